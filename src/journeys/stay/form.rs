//! Declaring a guest. Days, reason and address stay for the next one.

use super::{
    due::{self, OfficeClock},
    kept::{self, Typed},
    scan, words,
};
use crate::api::{
    self,
    communes::{self, Row},
    fault,
    stays::Filer,
};
use crate::browser::{focus, intl};
use crate::components::{
    Button, ButtonKind, Checkbox, DateField, DateParts, ErrorSummary, Errors, ListField, Notice, NoticeKind,
    Refetch, Select, TextField,
};
use crate::i18n::{keys::stay as k, t, tf};
use crate::routes::Route;
use eid_domain::calendar::days_after;
use eid_domain::wire::stays::{NewStay, StayNotice, Where};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

const FIELDS: [&str; 8] = [
    "full_name",
    "personal_number",
    "birth_date",
    "reason",
    "arrives",
    "leaves",
    "commune_code",
    "line",
];
/// Where it is said what became of it; it takes the focus.
const SAID: &str = "stay-said";

/// What is typed. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub(super) name: RwSignal<String>,
    pub(super) number: RwSignal<String>,
    pub(super) birth: DateParts,
    reason: RwSignal<String>,
    arrives: DateParts,
    late: RwSignal<bool>,
    leaves: DateParts,
    line: RwSignal<String>,
    commune: ListField<Row>,
}

impl Fields {
    fn open(filer: Filer, clock: OfficeClock) -> Self {
        let today = clock.now().date();
        let kept = (filer == Filer::Person).then(kept::typed).flatten();
        let (stay, words) = match kept {
            Some(typed) => (typed.stay, typed.commune),
            None => (
                NewStay {
                    arrives: today.to_string(),
                    leaves: days_after(today, 1).to_string(),
                    ..NewStay::default()
                },
                String::new(),
            ),
        };
        let commune = (!stay.commune_code.is_empty()).then(|| (stay.commune_code.clone(), words));
        Self {
            name: RwSignal::new(stay.full_name),
            number: RwSignal::new(stay.personal_number),
            birth: DateParts::from_iso(&stay.birth_date),
            reason: RwSignal::new(stay.reason),
            arrives: DateParts::from_iso(&stay.arrives),
            late: RwSignal::new(stay.late),
            leaves: DateParts::from_iso(&stay.leaves),
            line: RwSignal::new(stay.line),
            commune: ListField::open(communes::coming, communes::found, commune),
        }
    }

    /// Keeps a person's form for when they come back to it. A field that goes with its page says once more that it has changed:
    /// then there is nothing to read any more.
    fn keep(self, filer: Filer) {
        if filer == Filer::Person && self.name.try_get_untracked().is_some() {
            kept::keep(Some(Typed {
                stay: self.wanted(filer),
                commune: self.commune.typed(),
            }));
        }
    }

    fn wanted(self, filer: Filer) -> NewStay {
        let here = filer == Filer::Person;
        untrack(|| NewStay {
            full_name: self.name.get(),
            personal_number: self.number.get(),
            birth_date: self.birth.iso(),
            reason: self.reason.get(),
            arrives: self.arrives.iso(),
            late: self.late.get(),
            leaves: self.leaves.iso(),
            line: if here { self.line.get() } else { String::new() },
            commune_code: if here { self.commune.value() } else { String::new() },
        })
    }

    /// The next guest has the same days and the same bed.
    fn next_guest(self) {
        self.name.set(String::new());
        self.number.set(String::new());
        for part in [self.birth.day, self.birth.month, self.birth.year] {
            part.set(String::new());
        }
        self.birth.partial.set(false);
    }
}

/// The form.
pub(super) fn view(filer: Filer, clock: OfficeClock, refetch: Refetch, close: Callback<()>) -> AnyView {
    let fields = Fields::open(filer, clock);
    let keep = move || fields.keep(filer);
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let filed = RwSignal::new(None::<StayNotice>);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let wanted = fields.wanted(filer);
        let place = match filer {
            Filer::Person => Where::Typed,
            Filer::Venue => Where::Known,
        };
        let wrong = wanted.parse(place, clock.now().date()).err().unwrap_or_default();
        let worded = wrong
            .into_iter()
            .map(|wrong| fault(&wrong.field, wrong.code, words::label(&wrong.field)));
        if busy.get_untracked() || errors.show(worded.collect()) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::stays::file(filer, &wanted).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(notice) => {
                    fields.next_guest();
                    kept::keep(None);
                    let _ = filed.try_set(Some(notice));
                    refetch.now();
                    focus::later(SAID);
                }
                Err(error) => {
                    let signed_out = error.if_signed_out(sign_in(filer));
                    errors.show(signed_out.unwrap_or_else(|| error.for_form(&FIELDS)));
                }
            }
        });
    };
    let address = (filer == Filer::Person).then(|| address(fields, errors));
    // The button that has opened it is gone; who comes back to the page reads its heading first.
    focus::rescue("stay-form");
    view! {
        <div id=SAID tabindex="-1">{move || filed.get().map(|notice| said(&notice))}</div>
        <ErrorSummary errors=errors />
        <form class="panel stack" novalidate on:submit=submit on:input=move |_| keep() on:change=move |_| keep()>
            <h2 id="stay-form" tabindex="-1">{t(k::FORM_TITLE)}</h2>
            {scan::view(fields, errors)}
            <TextField id="full_name" label=t(k::NAME) hint=t(k::NAME_HINT) value=fields.name errors=errors />
            <TextField id="personal_number" label=t(k::NUMBER) hint=t(k::NUMBER_HINT) value=fields.number errors=errors width="w-20" inputmode="numeric" />
            <DateField id="birth_date" legend=t(k::BIRTH) parts=fields.birth errors=errors allow_partial=true />
            <Select id="reason" label=t(k::REASON) options=words::reasons() value=fields.reason errors=errors />
            <DateField id="arrives" legend=t(k::ARRIVES) hint=t(k::ARRIVES_HINT) parts=fields.arrives errors=errors />
            <Checkbox id="late" label=t(k::LATE) hint=t(k::LATE_HINT) checked=fields.late errors=errors />
            <DateField id="leaves" legend=t(k::LEAVES) hint=t(k::LEAVES_HINT) parts=fields.leaves errors=errors />
            {address}
            {due::view(clock, fields.arrives, fields.late, fields.leaves)}
            <p class="row">
                <Button label=t(k::SEND) busy=busy />
                <Button label=t(k::CLOSE) kind=ButtonKind::Second on_press=close />
            </p>
        </form>
    }
    .into_any()
}

/// Where a filer signs in.
pub(super) fn sign_in(filer: Filer) -> String {
    let page = match filer {
        Filer::Person => Route::SignIn,
        Filer::Venue => Route::Venue,
    };
    page.href()
}

fn address(fields: Fields, errors: Errors) -> AnyView {
    view! {
        {fields.commune.view("commune_code", t(k::COMMUNE), t(k::COMMUNE_HINT), errors)}
        <TextField id="line" label=t(k::LINE) hint=t(k::LINE_HINT) value=fields.line errors=errors autocomplete="street-address" />
    }
    .into_any()
}

/// What became of it: late is said, never refused.
fn said(notice: &StayNotice) -> AnyView {
    let title = tf(k::FILED, &[("name", &notice.full_name)]);
    let until = intl::date_time(notice.due);
    let (kind, words) = if notice.in_time {
        (NoticeKind::Ok, t(k::FILED_IN_TIME).to_owned())
    } else {
        (NoticeKind::Warning, tf(k::FILED_LATE, &[("at", &until)]))
    };
    let long = notice.long.then(|| view! { <p>{t(k::LONG_WARNING)}</p> });
    view! {
        <Notice kind=kind title=title announced=true><p>{words}</p>{long}<p>{t(k::FILED_NEXT)}</p></Notice>
    }
    .into_any()
}
