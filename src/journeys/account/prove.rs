//! The passcode as the proof of a step, and why a step was refused.

use crate::api::{ApiError, waiting};
use crate::components::{Errors, PasswordField};
use crate::i18n::{
    keys::{account as k, errors as e},
    t, tn,
};
use crate::routes::Route;
use eid_domain::problem::ProblemCode;
use leptos::prelude::*;

/// The field, with the way for who has forgotten it.
pub(super) fn passcode(value: RwSignal<String>, errors: Errors) -> AnyView {
    view! {
        <PasswordField
            id="passcode"
            label=t(k::DEVICE_PASSCODE)
            hint=t(k::DEVICE_PASSCODE_HINT)
            value=value
            errors=errors
            autocomplete="off"
            inputmode="numeric"
        />
        <p><a href=Route::RecoverPasscode.href()>{t(k::DEVICE_FORGOT)}</a></p>
    }
    .into_any()
}

/// Why it was refused, for a form with these fields. Who is not signed in any more keeps what is typed, and signs in beside it.
pub(super) fn refusal(error: &ApiError, fields: &[&str]) -> Vec<(String, String)> {
    let whole = |words: String| vec![(String::new(), words)];
    let Some(problem) = error.problem() else {
        return whole(error.words());
    };
    if let Some(line) = error.if_signed_out(Route::SignIn.href()) {
        super::note(false);
        return line;
    }
    match problem.code {
        ProblemCode::LockedOut => whole(waiting(t(k::DEVICE_LOCKED_OUT), problem.retry_after_s)),
        ProblemCode::CodeWrong | ProblemCode::CodeExpired => vec![("code".to_owned(), error.words())],
        _ => {
            let mut found = error.for_form(fields);
            if let (Some((_, words)), Some(left), true) = (
                found.first_mut(),
                problem.tries_left,
                problem.code == ProblemCode::InvalidFields,
            ) {
                words.push(' ');
                words.push_str(&tn(e::TRIES_LEFT, left));
            }
            found
        }
    }
}
