//! Closing: a day, a part of it, a reason; then whom it concerns; then it is done.

use super::{Closures, part, people};
use crate::api;
use crate::browser::{focus, intl};
use crate::components::{Button, ButtonKind, Choice, DayInput, ErrorSummary, Errors, RadioGroup, TextField};
use crate::i18n::{keys::closures as k, t, tf, tn};
use crate::journeys::desk::shell::session;
use eid_domain::field::FieldCode;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::closures::{ClosurePreview, DayPart, NewClosure};
use jiff::civil::Date;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

const FIELDS: [&str; 3] = ["date", "part", "reason"];

/// What was typed, and the step one is at.
#[derive(Clone, Copy)]
struct Form {
    closures: Closures,
    date: RwSignal<String>,
    part: RwSignal<String>,
    reason: RwSignal<String>,
    errors: Errors,
    busy: RwSignal<bool>,
    /// What was asked for, and whom it concerns: to be confirmed.
    preview: RwSignal<Option<(NewClosure, ClosurePreview)>>,
}

/// The form, or its confirmation.
pub(super) fn view(closures: Closures) -> AnyView {
    let form = Form {
        closures,
        date: RwSignal::new(String::new()),
        part: RwSignal::new(DayPart::Day.as_str().to_owned()),
        reason: RwSignal::new(String::new()),
        errors: Errors::new(),
        busy: RwSignal::new(false),
        preview: RwSignal::new(None),
    };
    view! {
        <ErrorSummary errors=form.errors />
        {move || match form.preview.get() {
            None => fields(form),
            Some((wanted, preview)) => confirm(form, &wanted, &preview),
        }}
    }
    .into_any()
}

fn fields(form: Form) -> AnyView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !form.busy.get_untracked() {
            look(form);
        }
    };
    let choices = DayPart::ALL
        .iter()
        .map(|one| Choice::new(one.as_str(), part(*one)))
        .collect::<Vec<_>>();
    let min = form
        .closures
        .of(|view| view.today)
        .and_then(|today| today.tomorrow().ok())
        .map(|day| day.to_string())
        .unwrap_or_default();
    view! {
        <form class="panel stack" novalidate on:submit=submit>
            <DayInput id="date" label=t(k::DATE) value=form.date errors=form.errors min=min />
            <RadioGroup id="part" legend=t(k::PART) choices=choices value=form.part errors=form.errors />
            <TextField id="reason" label=t(k::REASON) hint=t(k::REASON_HINT) value=form.reason errors=form.errors />
            <p class="row"><Button label=t(k::LOOK) kind=ButtonKind::Second busy=form.busy /></p>
        </form>
    }
    .into_any()
}

/// Checks what was typed and asks whom it concerns.
fn look(form: Form) {
    let date = form.date.get_untracked().parse::<Date>();
    let reason = form.reason.get_untracked().trim().to_owned();
    let mut found = Vec::new();
    if date.is_err() {
        found.push(("date".to_owned(), t(k::WRONG_DATE).to_owned()));
    }
    if !(5..=200).contains(&reason.chars().count()) {
        found.push(("reason".to_owned(), t(k::WRONG_REASON).to_owned()));
    }
    let (Ok(date), false) = (date, form.errors.show(found)) else {
        return;
    };
    let wanted = NewClosure {
        date,
        part: DayPart::parse(&form.part.get_untracked()).unwrap_or(DayPart::Day),
        reason,
    };
    form.closures.say(None);
    form.busy.set(true);
    spawn_local(async move {
        let asked = session::call(api::closures::preview(&wanted.date.to_string(), wanted.part)).await;
        let _ = form.busy.try_set(false);
        match asked {
            Ok(preview) => {
                let _ = form.preview.try_set(Some((wanted, preview)));
                focus::later("confirm");
            }
            Err(error) => refuse(form, &error),
        }
    });
}

/// The one field that the server judges otherwise than we is the day.
fn refuse(form: Form, error: &api::ApiError) {
    let wrong_day = error.problem().is_some_and(|problem| {
        problem
            .fields
            .iter()
            .any(|field| field.field == "date" && field.code == FieldCode::ChoiceUnknown)
    });
    if wrong_day {
        form.errors
            .show(vec![("date".to_owned(), t(k::WRONG_DATE).to_owned())]);
    } else if error.is(ProblemCode::StateConflict) {
        form.errors
            .show(vec![("date".to_owned(), t(k::CLOSED_ALREADY).to_owned())]);
    } else {
        form.errors.show(error.for_form(&FIELDS));
    }
}

fn confirm(form: Form, wanted: &NewClosure, preview: &ClosurePreview) -> AnyView {
    let title = tf(
        k::CONFIRM,
        &[
            ("date", &intl::long_date(wanted.date)),
            ("part", part(wanted.part)),
        ],
    );
    let count = u32::try_from(preview.people.len()).unwrap_or(u32::MAX);
    let holds = (preview.holds > 0).then(|| view! { <p>{tn(k::HOLDS, preview.holds)}</p> });
    let wanted = wanted.clone();
    let done = title.clone();
    let close = move |()| {
        form.busy.set(true);
        let wanted = wanted.clone();
        spawn_local(async move {
            let answer = session::call(api::closures::close(&wanted)).await;
            let _ = form.busy.try_set(false);
            match answer {
                Ok(closure) => {
                    let count = u32::try_from(closure.people.len()).unwrap_or(u32::MAX);
                    form.preview.set(None);
                    form.date.set(String::new());
                    form.reason.set(String::new());
                    form.closures.say(Some(tn(k::DONE, count)));
                    form.closures.load();
                    focus::later("said");
                }
                Err(error) => {
                    form.preview.set(None);
                    refuse(form, &error);
                }
            }
        });
    };
    let back = move |()| form.preview.set(None);
    view! {
        <section class="panel stack" id="confirm" tabindex="-1" aria-label=title>
            <h2>{done}</h2>
            <p>{tn(k::CONCERNS, count)}</p>
            {people::list(&preview.people)}
            {holds}
            <p>{t(k::CONFIRM_TEXT)}</p>
            <p class="row">
                <Button label=t(k::CLOSE) kind=ButtonKind::Danger busy=form.busy on_press=close />
                <Button label=t(k::NOT_YET) kind=ButtonKind::Second on_press=back />
            </p>
        </section>
    }
    .into_any()
}
