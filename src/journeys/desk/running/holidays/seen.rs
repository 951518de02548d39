//! What a change of the calendar makes and breaks; then it is made, or not yet.

use super::state::{Plan, Said, Wanted};
use super::words;
use crate::api::{self, ApiError};
use crate::browser::focus;
use crate::components::{Button, ButtonKind, Checkbox};
use crate::i18n::{keys::holidays as k, keys::office as o, t, tn};
use crate::journeys::desk::running::office_admin::seen;
use crate::journeys::desk::shell::session;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::holidays::{ChangeHolidays, HolidayPreview};
use eid_domain::wire::office_admin::UndoChange;
use leptos::{prelude::*, task::spawn_local};

/// The days, the people, and the buttons.
pub(super) fn view(plan: Plan, wanted: Wanted, preview: &HolidayPreview) -> AnyView {
    let is_undo = matches!(wanted, Wanted::Undo(_));
    let (people, version) = (preview.people, preview.version);
    let agreed = RwSignal::new(false);
    let make = move |()| {
        if people > 0 && !agreed.get_untracked() {
            plan.errors
                .show(vec![("move_people".to_owned(), t(o::WRONG_PEOPLE).to_owned())]);
            return;
        }
        plan.errors.clear();
        send(plan, wanted.clone(), version, people);
    };
    let back = move |()| {
        plan.errors.clear();
        plan.preview.set(None);
        focus::later("changes");
    };
    let agree = (people > 0).then(|| {
        view! {
            <Checkbox id="move_people" label=tn(o::MOVE_PEOPLE, people) hint=t(o::MOVE_PEOPLE_HINT) checked=agreed errors=plan.errors />
        }
    });
    let what = preview
        .what
        .iter()
        .map(|day| view! { <li>{words::day(day)}</li> });
    let places = if preview.days.is_empty() {
        view! { <p>{t(k::NO_PLACES)}</p> }.into_any()
    } else {
        view! { <p>{tn(k::OFFICES, preview.offices)}</p>{seen::days(&preview.days)} }.into_any()
    };
    let holds = (preview.holds > 0).then(|| view! { <p>{tn(o::HOLDS, preview.holds)}</p> });
    let again = (preview.again > 0).then(|| view! { <p>{tn(o::AGAIN, preview.again)}</p> });
    let kind = if people > 0 {
        ButtonKind::Danger
    } else {
        ButtonKind::Main
    };
    view! {
        <section class="panel stack" id="confirm" tabindex="-1" aria-labelledby="confirm-title">
            <h2 id="confirm-title">{t(if is_undo { o::CONFIRM_UNDO } else { o::CONFIRM })}</h2>
            <ul>{what.collect_view()}</ul>
            {places}
            {seen::concerned(people)}
            {holds}
            {again}
            <p>{t(k::DUE_TOO)}</p>
            {agree}
            <p class="row">
                <Button label=t(if is_undo { o::UNDO } else { k::MAKE }) kind=kind busy=plan.busy on_press=make />
                <Button label=t(o::NOT_YET) kind=ButtonKind::Second on_press=back />
            </p>
        </section>
    }
    .into_any()
}

fn send(plan: Plan, wanted: Wanted, version: i64, people: u32) {
    plan.busy.set(true);
    spawn_local(async move {
        let move_people = people > 0;
        let answer = match &wanted {
            Wanted::Days(days) => {
                let body = ChangeHolidays {
                    days: days.clone(),
                    version,
                    move_people,
                    note: plan.note.get_untracked().trim().to_owned(),
                };
                session::call(api::holidays::change(&body)).await
            }
            Wanted::Undo(id) => {
                let body = UndoChange { version, move_people };
                session::call(api::holidays::undo(id, &body)).await
            }
        };
        let _ = plan.busy.try_set(false);
        match answer {
            Ok(record) => plan.made(record, matches!(wanted, Wanted::Days(_)), people),
            Err(error) => refused(plan, wanted, &error).await,
        }
    });
}

async fn refused(plan: Plan, wanted: Wanted, error: &ApiError) {
    if error.is(ProblemCode::PeopleConcerned) {
        // Somebody has booked since it was looked at: it is looked at once more.
        plan.said.set(Some(Said::MorePeople));
        plan.ask(wanted);
    } else if error.is(ProblemCode::OfficeChanged) || error.is(ProblemCode::StateConflict) {
        plan.others().await;
    } else {
        plan.errors.show_one(error.words());
    }
}
