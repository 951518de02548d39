//! What can be done now. Only what the state and the role allow is there.

use super::{asked, checks::Checks, intake::Intake, leaving, post, state::Desk};
use crate::api::desk::PlainStep;
use crate::components::{Button, ButtonKind, NoticeKind};
use crate::i18n::{Key, keys::desk as k, t};
use crate::journeys::desk::issuance::hand_over::{HandOver, Handed};
use crate::journeys::desk::shell::role;
use eid_domain::account::State as Account;
use eid_domain::dossier::State as S;
use leptos::prelude::*;

/// The step at hand.
#[component]
pub(super) fn Steps(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let seen = desk.of(|view| (view.state, view.next.clone()));
    let account = desk.of(|view| view.account);
    view! {
        <section class="panel desk-step no-print" aria-labelledby="step">
            <h2 id="step">{t(k::STEP_TITLE)}</h2>
            {move || seen.get().map(|(state, next)| step(desk, state, &next))}
            {move || account.get().flatten().and_then(|state| reopen(desk, state))}
        </section>
    }
}

fn step(desk: Desk, state: S, next: &[S]) -> AnyView {
    let may = |to: S| role::works_at_counter(desk.role()) && next.contains(&to);
    match state {
        S::Booked if may(S::CheckedIn) => {
            let other_day = move || desk.is_other_day();
            let button = move || match other_day() {
                true => view! { <p class="muted">{t(k::TOO_EARLY)}</p> }.into_any(),
                false => press(desk, k::STEP_CHECK_IN, PlainStep::CheckIn).into_any(),
            };
            view! { <Checks desk=desk />{button} }.into_any()
        }
        S::CheckedIn if may(S::InIntake) => {
            let begin = press(desk, k::STEP_START_INTAKE, PlainStep::StartIntake);
            view! { <Checks desk=desk />{begin}{leaving::view(desk, state)} }.into_any()
        }
        S::InIntake if may(S::Received) || may(S::Completed) => {
            view! { <Intake desk=desk />{leaving::view(desk, state)} }.into_any()
        }
        S::DataCorrection | S::NeedsCorrection if may(S::InIntake) => {
            let today = move || desk.is_expected() && !desk.is_other_day();
            let arrive = move || today().then(|| press(desk, k::STEP_CHECK_IN, PlainStep::CheckIn));
            view! { {words(state)}{asked::view(desk)}{arrive}{press(desk, k::STEP_BACK_TO_INTAKE, PlainStep::StartIntake)} }
                .into_any()
        }
        S::InTransit | S::ReturnedByPost if may(S::AtOffice) => {
            view! { {words(state)}{press(desk, k::STEP_CARD_ARRIVED, PlainStep::CardArrived)} }.into_any()
        }
        S::AtOffice if may(S::WithPost) => post::give(desk).into_any(),
        S::WithPost if may(S::ReturnedByPost) => view! { {words(state)}{post::ends(desk)} }.into_any(),
        S::Notified | S::Unclaimed if may(S::HandedOver) => hand_over(desk),
        _ => words(state),
    }
}

fn hand_over(desk: Desk) -> AnyView {
    let end = Callback::new(move |handed: Handed| match handed {
        Handed::Over(view) => {
            desk.take(*view);
            desk.say(NoticeKind::Ok, t(k::DONE_HANDED_OVER));
        }
        Handed::Faster => desk.faster(),
    });
    view! { <HandOver reference=desk.reference() on_end=end /> }.into_any()
}

fn press(desk: Desk, label: Key, step: PlainStep) -> impl IntoView {
    view! { <p class="row"><Button label=t(label) busy=desk.busy on_press=move |()| desk.step(step) /></p> }
}

/// A person whose seven days to activate are over gets another seven (Decree 69/2024/NĐ-CP, art. 14).
fn reopen(desk: Desk, state: Account) -> Option<AnyView> {
    (state == Account::L2Overdue && role::reopens(desk.role())).then(|| {
        view! {
            <div class="stack-s desk-reopen">
                <p>{t(k::REOPEN_TEXT)}</p>
                <p class="row">
                    <Button
                        label=t(k::STEP_REOPEN)
                        kind=ButtonKind::Second
                        busy=desk.busy
                        on_press=move |()| desk.step(PlainStep::ReopenActivation)
                    />
                </p>
            </div>
        }
        .into_any()
    })
}

/// Nothing for us to do: who does the next thing.
fn words(state: S) -> AnyView {
    let words = match state {
        S::Draft | S::Submitted | S::Booked => k::WAIT_VISIT,
        S::NoShow => k::WAIT_NO_SHOW,
        S::CheckedIn | S::InIntake => k::WAIT_COUNTER,
        S::DataCorrection => k::WAIT_DATA_CORRECTION,
        S::NeedsCorrection => k::WAIT_NEEDS_CORRECTION,
        S::Received | S::SentToMinistry | S::InReview | S::Approved | S::Printed => k::WAIT_MINISTRY,
        S::InTransit => k::WAIT_IN_TRANSIT,
        S::ReturnedByPost => k::WAIT_RETURNED,
        S::AtOffice => k::WAIT_AT_OFFICE,
        S::Notified | S::Unclaimed => k::WAIT_COLLECT,
        S::WithPost => k::WAIT_POST,
        S::HandedOver | S::Completed => k::WAIT_DONE,
        S::Refused => k::WAIT_REFUSED,
        S::Cancelled => k::WAIT_CANCELLED,
        S::Expired => k::WAIT_EXPIRED,
    };
    view! { <p>{t(words)}</p> }.into_any()
}
