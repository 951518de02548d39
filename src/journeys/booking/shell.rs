//! What all steps have in common.

use super::way;
use crate::components::{Notice, NoticeKind, Stepper};
use crate::i18n::{keys::booking, keys::household, t};
use crate::routes::BookingStep;
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
        BookingStep::Needs => booking::STEP_NEEDS,
        BookingStep::Place => booking::STEP_PLACE,
        BookingStep::Time => booking::STEP_TIME,
        BookingStep::Person => booking::STEP_PERSON,
        BookingStep::Phone => booking::STEP_PHONE,
        BookingStep::Check => booking::STEP_CHECK,
    });
    view! { <Stepper step=place total=BookingStep::ALL.len() name=name /> }.into_any()
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
        Say::NeedsChanged => booking::PERSON_NEEDS_CHANGED,
        Say::ProveAgain => booking::PHONE_AGAIN,
    });
    Some(view! { <Notice kind=NoticeKind::Warning announced=true><p>{words}</p></Notice> }.into_any())
}
