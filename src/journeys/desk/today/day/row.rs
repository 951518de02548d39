//! One person of the day.

use super::state::Day;
use crate::api::{self, desk::PlainStep};
use crate::browser::{focus, intl};
use crate::components::{NoticeKind, Tag, TagKind};
use crate::i18n::{Key, keys, keys::desk as k, t, tf};
use crate::journeys::desk::shell::session;
use crate::journeys::desk::words;
use crate::routes::{DeskPage, Route};
use eid_domain::calendar::office_now;
use eid_domain::dossier::State;
use eid_domain::problem::ProblemCode;
use eid_domain::queue::number_text;
use eid_domain::wire::desk::DayRow;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// From this age on people are called first (Decision 5710/QĐ-BCA-C06: priority for the elderly).
const ELDERLY: u8 = 60;
/// Below this age the representative comes along (Law on Identification, art. 23).
const CHILD_UNDER: u8 = 14;

/// The row. What never changes stays as it is when the list is fetched again, so the focus stays too.
pub(super) fn draw(day: Day, row: DayRow, counter: bool) -> impl IntoView {
    let reference = row.reference.clone();
    let now = Memo::new(move |_| day.row(&reference));
    let tag = move || {
        now.get()
            .map(|row| view! { <Tag text=words::state(row.state) kind=words::state_kind(row.state) /> })
    };
    let arrived = move || now.get()?.arrived_at.map(|at| intl::time(office_now(at).time()));
    let (link, name) = (row.reference.clone(), row.name_masked.clone());
    let stop = (!row.stop.is_empty()).then(|| view! { <Tag text=row.stop.clone() kind=TagKind::Info /> });
    let helped = row
        .assisted
        .then(|| view! { <Tag text=t(k::HELPED_TAG) kind=TagKind::Info /> });
    let back = row
        .returns
        .then(|| view! { <Tag text=t(k::RETURN_TAG) kind=TagKind::Info /> });
    let next = move || now.get().map(|row| action(day, &link, &name, &row, counter));
    let href = Route::Desk(DeskPage::Dossier(row.reference.clone())).href();
    view! {
        <tr class="desk-row" role="row">
            <td role="cell" class="desk-time" data-label=t(k::COL_TIME)>{intl::time(row.time)}</td>
            <th scope="row" role="rowheader" data-label=t(k::COL_PERSON)>
                <a href=href id=link_id(&row.reference)><bdi>{row.name_masked}</bdi></a>
                <span class="mono muted desk-ref">{row.reference}</span>
                {stop}
                {helped}
                {back}
            </th>
            <td role="cell" data-label=t(k::COL_AGE)>{age(row.age)}</td>
            <td role="cell" data-label=t(k::COL_SERVICE)>{words::service_short(row.service)}</td>
            <td role="cell" data-label=t(k::COL_REASON)>{row.reason.map(words::reason)}</td>
            <td role="cell" data-label=t(k::COL_STATE)>{tag}</td>
            <td role="cell" data-label=t(k::COL_ARRIVED)>{arrived}</td>
            <td role="cell" class="desk-next" data-label=t(k::COL_NEXT)>{next}</td>
        </tr>
    }
}

fn link_id(reference: &str) -> String {
    format!("row-{reference}")
}

fn age(age: Option<u8>) -> Option<AnyView> {
    let age = age?;
    let tag = match age {
        ..CHILD_UNDER => Some(k::AGE_CHILD),
        ELDERLY.. => Some(k::AGE_ELDERLY),
        _ => None,
    };
    let tag = tag.map(|words| view! { " "<Tag text=t(words) kind=TagKind::Info /> });
    Some(view! { {age}{tag} }.into_any())
}

/// The next thing to do with a person, or the way to their dossier.
fn action(day: Day, reference: &str, name: &str, row: &DayRow, counter: bool) -> AnyView {
    let today = day.date().is_some() && day.date() == day.today();
    let expected = row.state == State::Booked || row.returns;
    match row.state {
        _ if expected && counter && today => press(
            day,
            reference,
            name,
            PlainStep::CheckIn,
            k::STEP_CHECK_IN,
            "button button-small",
        ),
        State::CheckedIn if counter => {
            // The line calls people in their order; this takes somebody out of it.
            press(
                day,
                reference,
                name,
                PlainStep::StartIntake,
                k::STEP_START_INTAKE,
                "button button-second button-small",
            )
        }
        State::InIntake if counter => go(reference, name, k::STEP_CONTINUE),
        State::Notified | State::Unclaimed if counter => go(reference, name, k::STEP_HAND_OVER),
        State::InTransit if counter => go(reference, name, k::STEP_CARD_ARRIVED),
        _ => go(reference, name, k::STEP_OPEN),
    }
}

fn go(reference: &str, name: &str, label: Key) -> AnyView {
    let href = Route::Desk(DeskPage::Dossier(reference.to_owned())).href();
    let about = about(name, reference);
    view! { <a class="button button-second button-small" href=href>{t(label)}<span class="visually-hidden">" "{about}</span></a> }
        .into_any()
}

fn press(day: Day, reference: &str, name: &str, step: PlainStep, label: Key, class: &'static str) -> AnyView {
    let busy = RwSignal::new(false);
    let (about, reference, name) = (about(name, reference), reference.to_owned(), name.to_owned());
    let pressed = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (reference, name) = (reference.clone(), name.clone());
        spawn_local(async move {
            take(day, &reference, &name, step).await;
            busy.set(false);
        });
    };
    let text = move || t(if busy.get() { keys::common::SENDING } else { label });
    view! {
        <button class=class type="button" aria-disabled=move || busy.get().then_some("true") on:click=pressed>
            {text}
            <span class="visually-hidden">" "{about}</span>
        </button>
    }
    .into_any()
}

async fn take(day: Day, reference: &str, name: &str, step: PlainStep) {
    match session::call(api::desk::step(reference, step)).await {
        Ok(_) if step == PlainStep::StartIntake => Route::Desk(DeskPage::Dossier(reference.to_owned())).go(),
        Ok(seen) => {
            day.say(NoticeKind::Ok, &arrived(name, seen.ticket));
            day.load();
            focus::later(&link_id(reference));
        }
        Err(error) => {
            let faster = error.is(ProblemCode::StateConflict);
            let words = if faster {
                tf(k::FASTER_ROW, &[("name", name)])
            } else {
                words::failure(&error)
            };
            day.say(
                if faster {
                    NoticeKind::Warning
                } else {
                    NoticeKind::Danger
                },
                &words,
            );
            day.load();
        }
    }
}

fn arrived(name: &str, ticket: Option<u16>) -> String {
    match ticket {
        Some(number) => tf(
            k::DONE_CHECK_IN_NUMBER,
            &[("name", name), ("number", &number_text(number))],
        ),
        None => tf(k::DONE_CHECK_IN, &[("name", name)]),
    }
}

fn about(name: &str, reference: &str) -> String {
    format!("{name}, {reference}")
}
