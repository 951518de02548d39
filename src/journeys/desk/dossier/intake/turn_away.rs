//! The intake cannot go on: data must be corrected first, or it is refused in writing (form CC03).

use super::form::{Form, Identity};
use crate::api::{self, desk::ReasonedStep, field_words};
use crate::components::{Button, ButtonKind, Errors, TextArea};
use crate::i18n::{keys::desk as k, t};
use crate::journeys::desk::{dossier::state::Desk, session};
use eid_domain::field::FieldCode;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Fewest and most characters of a reason; the person reads it.
const REASON: std::ops::RangeInclusive<usize> = 5..=500;

/// The reason, and the button.
pub(super) fn part(desk: Desk, form: Form, decision: Identity, errors: Errors) -> AnyView {
    let (label, hint, button, kind) = match decision {
        Identity::NotEligible => (
            k::REFUSE_REASON,
            k::REFUSE_REASON_HINT,
            k::STEP_REFUSE,
            ButtonKind::Danger,
        ),
        _ => (
            k::CORRECT_REASON,
            k::CORRECT_REASON_HINT,
            k::STEP_CORRECT,
            ButtonKind::Main,
        ),
    };
    view! {
        <TextArea id="reason" label=t(label) hint=t(hint) value=form.reason errors=errors />
        <p class="row"><Button label=t(button) kind=kind busy=desk.busy /></p>
    }
    .into_any()
}

/// Checks and sends.
pub(super) fn send(desk: Desk, form: Form, decision: Identity, errors: Errors) {
    let reason = form.reason.get_untracked().trim().to_owned();
    if errors.show(wrong(&reason)) {
        return;
    }
    let (step, done) = match decision {
        Identity::NotEligible => (ReasonedStep::Refuse, k::DONE_REFUSED),
        _ => (ReasonedStep::DataCorrection, k::DONE_CORRECTION),
    };
    desk.busy.set(true);
    let reference = desk.reference();
    spawn_local(async move {
        let answer = session::call(api::desk::with_reason(&reference, step, &reason)).await;
        desk.busy.set(false);
        let settled = answer.is_ok();
        if let Some(error) = desk.settle(answer, t(done)) {
            errors.show(error.for_form(&["reason"]));
        } else if settled {
            Form::forget();
        }
    });
}

fn wrong(reason: &str) -> Vec<(String, String)> {
    let count = reason.chars().count();
    if REASON.contains(&count) {
        return Vec::new();
    }
    let words = if count > *REASON.end() {
        field_words(FieldCode::TextTooLong)
    } else {
        t(k::REASON_NEEDED)
    };
    vec![("reason".to_owned(), words.to_owned())]
}
