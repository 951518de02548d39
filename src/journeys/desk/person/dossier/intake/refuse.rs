//! Not eligible: refused in writing (form CC03).

use super::form::Form;
use crate::api::{self, field_words};
use crate::components::{Button, ButtonKind, Errors, TextArea};
use crate::i18n::{Key, keys::desk as k, t};
use crate::journeys::desk::person::dossier::state::Desk;
use crate::journeys::desk::shell::session;
use eid_domain::field::FieldCode;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Fewest and most characters of what the person reads.
const WORDS: std::ops::RangeInclusive<usize> = 5..=500;

/// The reason, and the button.
pub(super) fn part(desk: Desk, form: Form, errors: Errors) -> AnyView {
    view! {
        <TextArea id="reason" label=t(k::REFUSE_REASON) hint=t(k::REFUSE_REASON_HINT) value=form.reason errors=errors />
        <p class="row"><Button label=t(k::STEP_REFUSE) kind=ButtonKind::Danger busy=desk.busy /></p>
    }
    .into_any()
}

/// Checks and sends.
pub(super) fn send(desk: Desk, form: Form, errors: Errors) {
    let reason = form.reason.get_untracked().trim().to_owned();
    if errors.show(wrong(&reason, true).into_iter().collect()) {
        return;
    }
    desk.busy.set(true);
    let reference = desk.reference();
    spawn_local(async move {
        let answer = session::call(api::desk::refuse(&reference, &reason)).await;
        settle(desk, answer, k::DONE_REFUSED, errors, &["reason"]);
    });
}

/// Takes the answer to a person who was turned away.
pub(super) fn settle(
    desk: Desk,
    answer: Result<eid_domain::wire::desk::DeskDossier, api::ApiError>,
    done: Key,
    errors: Errors,
    fields: &[&str],
) {
    desk.busy.set(false);
    let settled = answer.is_ok();
    if let Some(error) = desk.settle(answer, t(done)) {
        errors.show(error.for_form(fields));
    } else if settled {
        Form::forget();
    }
}

/// What is wrong with words for the person.
pub(in super::super) fn wrong(words: &str, needed: bool) -> Option<(String, String)> {
    let count = words.chars().count();
    if WORDS.contains(&count) || (count == 0 && !needed) {
        return None;
    }
    let words = if count > *WORDS.end() {
        field_words(FieldCode::TextTooLong)
    } else {
        t(k::REASON_NEEDED)
    };
    Some(("reason".to_owned(), words.to_owned()))
}
