//! What all steps have in common.

use super::way;
use crate::browser::assisted;
use crate::components::{Notice, NoticeKind, Stepper};
use crate::i18n::{keys::household, keys::steps, t};
use crate::routes::{BookingStep, DeskPage, Route};
use leptos::prelude::*;
use std::cell::Cell;

/// "Bước 2/6: Nơi làm".
pub(super) fn stepper(step: BookingStep) -> AnyView {
    let place = BookingStep::ALL
        .iter()
        .position(|known| *known == step)
        .unwrap_or(0)
        + 1;
    let name = t(match step {
        BookingStep::Needs if way::is_family() => household::STEP_FAMILY,
        BookingStep::Needs => steps::STEP_NEEDS,
        BookingStep::Place => steps::STEP_PLACE,
        BookingStep::Time => steps::STEP_TIME,
        BookingStep::Person => steps::STEP_PERSON,
        BookingStep::Phone => steps::STEP_PHONE,
        BookingStep::Check => steps::STEP_CHECK,
    });
    view! { <Stepper step=place total=BookingStep::ALL.len() name=name /> }.into_any()
}

/// Booked by staff for somebody: nothing of it stays in this tab, and the desk says what to tell the person.
pub(super) fn helped(references: &str) {
    assisted::end();
    Route::Desk(DeskPage::Helped(references.to_owned())).replace();
}

/// A message from one page to the next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Say {
    /// The birth date was changed and with it what is needed.
    NeedsChanged,
    /// The phone must be proved again.
    ProveAgain,
}

thread_local! {
    static SAY: Cell<Option<Say>> = const { Cell::new(None) };
}

/// Has the next page say something.
pub(super) fn say(what: Option<Say>) {
    SAY.set(what);
}

/// What the page before wanted to be said here, once.
pub(super) fn said() -> Option<AnyView> {
    let words = t(match SAY.take()? {
        Say::NeedsChanged => steps::NEEDS_CHANGED,
        Say::ProveAgain => steps::PROVE_AGAIN,
    });
    Some(view! { <Notice kind=NoticeKind::Warning announced=true><p>{words}</p></Notice> }.into_any())
}
