//! Writing an announcement: both languages, how urgent, from when to when; and how it will look.

use super::{Page, words};
use crate::api;
use crate::browser::focus;
use crate::components::{
    Button, ButtonKind, Choice, DayInput, ErrorSummary, Errors, Notice, RadioGroup, Select, TextArea,
    TimeInput,
};
use crate::i18n::{Key, keys::announcements as k, t, tf};
use crate::journeys::desk::shell::session;
use crate::journeys::desk::words::localised;
use eid_domain::announcement::{AnnouncementKind, LONGEST};
use eid_domain::calendar::days_after;
use eid_domain::field::{FieldCode, FieldError};
use eid_domain::problem::ProblemCode;
use eid_domain::when::When;
use eid_domain::wire::announcements::{AnnouncementRow, WriteAnnouncement};
use jiff::civil::{Date, DateTime, Time};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// What was typed.
#[derive(Clone, Copy)]
struct Form {
    page: Page,
    office: RwSignal<String>,
    kind: RwSignal<String>,
    vi: RwSignal<String>,
    en: RwSignal<String>,
    /// Day and time of the beginning and of the end.
    times: [RwSignal<String>; 4],
    errors: Errors,
    busy: RwSignal<bool>,
    /// Id and version of what is changed.
    of: StoredValue<Option<(String, i64)>>,
}

const TIMES: [&str; 4] = ["from_date", "from_time", "until_date", "until_time"];

/// The form: for a new one, or for one that is changed.
pub(super) fn view(page: Page, changing: Option<AnnouncementRow>, everywhere: bool) -> AnyView {
    let form = Form::of(page, changing.as_ref(), everywhere);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !form.busy.get_untracked() {
            form.send();
        }
    };
    let kinds = AnnouncementKind::ALL
        .iter()
        .map(|one| Choice::new(one.as_str(), t(words::kind(*one).0)))
        .collect::<Vec<_>>();
    let [from_date, from_time, until_date, until_time] = form.times;
    let errors = form.errors;
    let is_new = changing.is_none();
    let back = move |()| page.changing.set(None);
    view! {
        <section class="panel stack" aria-labelledby="write">
            <h2 id="write">{t(if is_new { k::NEW } else { k::CHANGE_TITLE })}</h2>
            <ErrorSummary errors=errors />
            <form class="stack-s" novalidate on:submit=submit>
                {(everywhere && is_new).then(|| offices(form))}
                <RadioGroup id="kind" legend=t(k::KIND) choices=kinds value=form.kind errors=errors />
                <TextArea id="vi" label=t(k::VI) hint=hint() value=form.vi errors=errors />
                <TextArea id="en" label=t(k::EN) hint=hint() value=form.en errors=errors />
                <div class="news-times">
                    <DayInput id="from_date" label=t(k::FROM_DATE) value=from_date errors=errors />
                    <TimeInput id="from_time" label=t(k::FROM_TIME) value=from_time errors=errors />
                    <DayInput id="until_date" label=t(k::UNTIL_DATE) value=until_date errors=errors />
                    <TimeInput id="until_time" label=t(k::UNTIL_TIME) value=until_time errors=errors />
                </div>
                <h3>{t(k::PREVIEW)}</h3>
                {move || preview(form)}
                <p class="row">
                    <Button label=t(if is_new { k::SAY } else { k::SAVE }) busy=form.busy />
                    {(!is_new).then(|| view! { <Button label=t(k::BACK) kind=ButtonKind::Second on_press=back /> })}
                </p>
            </form>
        </section>
    }
    .into_any()
}

fn hint() -> String {
    tf(k::TEXT_HINT, &[("most", &LONGEST.to_string())])
}

/// As it will stand above the pages, in each language.
fn preview(form: Form) -> AnyView {
    let kind = AnnouncementKind::parse(&form.kind.get()).unwrap_or(AnnouncementKind::Info);
    let one = |text: RwSignal<String>, lang: &'static str| {
        let text = text.get();
        let shown = (!text.trim().is_empty()).then_some(text);
        let shown = shown.unwrap_or_else(|| t(k::PREVIEW_EMPTY).to_owned());
        view! { <div lang=lang><Notice kind=words::kind(kind).1><p>{shown}</p></Notice></div> }
    };
    view! { <div class="stack-s">{one(form.vi, "vi")}{one(form.en, "en")}</div> }.into_any()
}

fn offices(form: Form) -> AnyView {
    let known = RwSignal::new(Vec::new());
    spawn_local(async move {
        // Without the names one can still speak everywhere.
        if let Ok(all) = api::offices::list().await {
            let _ = known.try_set(all);
        }
    });
    let select = move || {
        let mut options = vec![(String::new(), t(k::EVERYWHERE).to_owned())];
        let named = known
            .get()
            .into_iter()
            .filter(|office| office.only_day().is_none());
        options.extend(named.map(|office| (office.id.as_str().to_owned(), localised(&office.name))));
        view! { <Select id="office_id" label=t(k::PLACE) options=options value=form.office errors=form.errors /> }
    };
    view! { <div>{select}</div> }.into_any()
}

impl Form {
    fn of(page: Page, changing: Option<&AnnouncementRow>, everywhere: bool) -> Self {
        let now = page.list.of(|view| view.now).unwrap_or(DateTime::MIN);
        let evening = Time::constant(17, 0, 0, 0);
        let (from, until) = match changing {
            Some(one) => (one.from, one.until),
            None => (now, days_after(now.date(), 1).to_datetime(evening)),
        };
        let office = match changing {
            Some(one) => one.office_id.clone().unwrap_or_default(),
            None if everywhere => String::new(),
            None => page.own.get_value(),
        };
        let day = |at: DateTime| RwSignal::new(at.date().to_string());
        let time = |at: DateTime| RwSignal::new(crate::browser::intl::time(at.time()));
        let text = |text: Option<&String>| RwSignal::new(text.cloned().unwrap_or_default());
        let kind = changing.map_or(AnnouncementKind::Info, |one| one.kind);
        Self {
            page,
            office: RwSignal::new(office),
            kind: RwSignal::new(kind.as_str().to_owned()),
            vi: text(changing.map(|one| &one.vi)),
            en: text(changing.map(|one| &one.en)),
            times: [day(from), time(from), day(until), time(until)],
            errors: Errors::new(),
            busy: RwSignal::new(false),
            of: StoredValue::new(changing.map(|one| (one.id.clone(), one.version))),
        }
    }

    /// What was typed; the fields that cannot be read where there are any.
    fn read(self) -> Result<WriteAnnouncement, Vec<(String, String)>> {
        let [from_date, from_time, until_date, until_time] = self.times.map(|field| field.get_untracked());
        let day = |text: &str| <Date as When>::of(text);
        let time = |text: &str| <Time as When>::of(text);
        let (from, until) = (
            (day(&from_date), time(&from_time)),
            (day(&until_date), time(&until_time)),
        );
        let read = [
            from.0.is_some(),
            from.1.is_some(),
            until.0.is_some(),
            until.1.is_some(),
        ];
        let missing: Vec<_> = TIMES
            .into_iter()
            .zip(read)
            .filter(|(_, read)| !read)
            .map(|(id, _)| (id.to_owned(), t(k::WRONG_TIME).to_owned()))
            .collect();
        let ((Some(from_date), Some(from_time)), (Some(until_date), Some(until_time))) = (from, until) else {
            return Err(missing);
        };
        let wanted = WriteAnnouncement {
            office_id: Some(self.office.get_untracked()).filter(|id| !id.is_empty()),
            kind: AnnouncementKind::parse(&self.kind.get_untracked()).unwrap_or(AnnouncementKind::Info),
            vi: self.vi.get_untracked(),
            en: self.en.get_untracked(),
            from: from_date.to_datetime(from_time),
            until: until_date.to_datetime(until_time),
            version: self
                .of
                .with_value(|of| of.as_ref().map_or(0, |(_, version)| *version)),
        };
        let now = untrack(|| self.page.list.of(|view| view.now)).unwrap_or(wanted.from);
        match wanted.parse(now) {
            Ok(_) => Ok(wanted),
            Err(wrong) => Err(wrong.iter().map(wrong_field).collect()),
        }
    }

    fn send(self) {
        let wanted = match self.read() {
            Ok(wanted) => wanted,
            Err(wrong) => {
                self.errors.show(wrong);
                return;
            }
        };
        self.errors.clear();
        self.page.list.say(None);
        self.busy.set(true);
        let of = self.of.get_value();
        spawn_local(async move {
            let answer = match &of {
                None => session::call(api::announcements::create(&wanted)).await,
                Some((id, _)) => session::call(api::announcements::change(id, &wanted)).await,
            };
            match answer {
                Ok(_) => {
                    let words = t(if of.is_none() { k::SAID } else { k::SAVED });
                    self.page.list.done(words.to_owned()).await;
                    let _ = self.page.changing.try_set(None);
                    if of.is_none() {
                        let _ = self.vi.try_set(String::new());
                        let _ = self.en.try_set(String::new());
                    }
                    focus::later("said");
                }
                Err(error) if error.is(ProblemCode::StateConflict) => {
                    self.errors.show_one(t(k::QUICKER).to_owned());
                    self.page.list.load();
                }
                Err(error) => match error.problem().map(|problem| problem.fields.as_slice()) {
                    Some(fields) if !fields.is_empty() => {
                        self.errors.show(fields.iter().map(wrong_field).collect());
                    }
                    _ => self.errors.show_one(error.words()),
                },
            }
            let _ = self.busy.try_set(false);
        });
    }
}

/// What is wrong, at the field where it is typed.
fn wrong_field(error: &FieldError) -> (String, String) {
    let (id, key): (&str, Key) = match (error.field.as_str(), error.code) {
        ("vi", FieldCode::TextTooLong) => ("vi", k::WRONG_LONG),
        ("en", FieldCode::TextTooLong) => ("en", k::WRONG_LONG),
        ("vi", _) => ("vi", k::WRONG_VI),
        ("en", _) => ("en", k::WRONG_EN),
        ("from", _) => ("from_date", k::WRONG_FAR),
        ("until", FieldCode::DateImpossible) => ("until_date", k::WRONG_UNTIL),
        ("until", _) => ("until_date", k::WRONG_FAR),
        (_, _) => ("office_id", k::WRONG_PLACE),
    };
    (id.to_owned(), t(key).to_owned())
}
