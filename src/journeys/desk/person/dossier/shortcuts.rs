//! The keys of a dossier's page: each does what its button on the page does, where that is there.

use super::{slip, state::Desk};
use crate::api::desk::PlainStep;
use crate::browser::{focus, print};
use crate::i18n::keys::desk as k;
use crate::journeys::desk::shell::{keys::PageKey, role};
use eid_domain::dossier::State;
use leptos::prelude::*;

/// For whoever may use them.
pub(super) fn of(desk: Desk) -> Vec<PageKey> {
    let mut all: Vec<(&'static str, _, Callback<()>)> = Vec::new();
    if role::works_at_counter(desk.role()) {
        all.push(("d", k::STEP_CHECK_IN, Callback::new(move |()| check_in(desk))));
        all.push(("n", k::KEYS_RECEIVE, Callback::new(move |()| receive(desk))));
        all.push(("t", k::STEP_HAND_OVER, Callback::new(move |()| hand_over(desk))));
    }
    if !desk.role().look_reasons().is_empty() {
        all.push(("h", k::REVEAL, Callback::new(move |()| reveal(desk))));
    }
    all.push(("i", k::SLIP_PRINT, Callback::new(move |()| print_slip(desk))));
    all.into_iter()
        .map(|(key, words, act)| PageKey { key, words, act })
        .collect()
}

fn state(desk: Desk) -> Option<State> {
    desk.now().map(|view| view.state)
}

fn check_in(desk: Desk) {
    let expected = untrack(|| desk.is_expected() && !desk.is_other_day());
    if expected {
        desk.step(PlainStep::CheckIn);
    }
}

/// Begins the intake; once it has begun, into its form.
fn receive(desk: Desk) {
    match state(desk) {
        Some(State::CheckedIn) => desk.step(PlainStep::StartIntake),
        Some(State::InIntake) => focus::now("identity"),
        _ => {}
    }
}

fn hand_over(desk: Desk) {
    if matches!(state(desk), Some(State::Notified | State::Unclaimed)) {
        focus::now("collector");
    }
}

fn reveal(desk: Desk) {
    if desk.now().is_some_and(|view| !view.revealed) {
        desk.asking.set(true);
    }
}

fn print_slip(desk: Desk) {
    if desk.now().is_some_and(|view| slip::is_due(&view)) {
        print::page();
    }
}
