//! Number and password.

use super::{Stage, Way};
use crate::api::{self, ApiError, fault};
use crate::components::{Button, ErrorSummary, Errors, Heading, PasswordField, TextField};
use crate::i18n::{keys::account as k, t, tn};
use eid_domain::field::FieldCode;
use eid_domain::identity::PersonalNumber;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::account::SignIn as Given;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The heading and the form.
pub(super) fn view(way: Way) -> AnyView {
    let number = RwSignal::new(String::new());
    let password = RwSignal::new(String::new());
    let errors = Errors::new();
    let busy = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let given = Given {
            personal_number: number.get_untracked(),
            password: password.get_untracked(),
        };
        if errors.show(faults(&given)) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::account::sign_in(&given).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(answer) => way.follow(answer),
                Err(error) if error.is(ProblemCode::CardExpired) => way.go(Stage::CardExpired),
                Err(error) => {
                    errors.show(refusal(&error));
                }
            }
        });
    };
    view! {
        <ErrorSummary errors=errors />
        <Heading text=t(k::SIGN_IN_TITLE) />
        <p class="lead">{t(k::SIGN_IN_LEAD)}</p>
        <form class="stack" novalidate on:submit=submit>
            <TextField
                id="personal_number"
                label=t(k::SIGN_IN_NUMBER)
                hint=t(k::SIGN_IN_NUMBER_HINT)
                value=number
                errors=errors
                width="w-20"
                inputmode="numeric"
                autocomplete="username webauthn"
            />
            <PasswordField
                id="password"
                label=t(k::SIGN_IN_PASSWORD)
                value=password
                errors=errors
                autocomplete="current-password"
            />
            <p class="row"><Button label=t(k::SIGN_IN_DO) busy=busy /></p>
        </form>
    }
    .into_any()
}

fn faults(given: &Given) -> Vec<(String, String)> {
    let number = PersonalNumber::parse(&given.personal_number).err();
    let number = number.map(|code| fault("personal_number", code, t(k::SIGN_IN_NUMBER)));
    let password = given.password.is_empty();
    let password = password.then(|| fault("password", FieldCode::Required, t(k::SIGN_IN_PASSWORD)));
    number.into_iter().chain(password).collect()
}

/// What to say: neutral about who exists, exact about how long to wait.
fn refusal(error: &ApiError) -> Vec<(String, String)> {
    let whole = |words: String| vec![(String::new(), words)];
    match error.problem() {
        Some(problem) if problem.code == ProblemCode::LockedOut => {
            let minutes = problem.retry_after_s.unwrap_or(15 * 60).div_ceil(60);
            whole(tn(k::SIGN_IN_LOCKED, minutes))
        }
        Some(problem) if problem.code == ProblemCode::SignInRefused => {
            let left = problem
                .tries_left
                .map(|left| tn(crate::i18n::keys::errors::TRIES_LEFT, left));
            whole([t(k::SIGN_IN_REFUSED), left.as_deref().unwrap_or_default()].join(" "))
        }
        _ => error.for_form(&["personal_number", "password"]),
    }
}
