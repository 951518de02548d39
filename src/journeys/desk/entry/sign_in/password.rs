//! The first step: name and password.

use super::Way;
use crate::api::{self, ApiError};
use crate::components::{Button, ErrorSummary, Errors, Heading, PasswordField, TextField};
use crate::i18n::{keys::desk as k, t, tn};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::desk::StaffSignIn;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The form.
pub(super) fn view(way: Way) -> AnyView {
    let (username, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let given = StaffSignIn {
            username: username.get_untracked().trim().to_owned(),
            password: password.get_untracked(),
        };
        if errors.show(missing(&given)) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::desk::sign_in(&given).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(answer) => way.follow(answer),
                Err(error) => {
                    password.set(String::new());
                    errors.show_one(refused(&error));
                }
            }
        });
    };
    view! {
        <ErrorSummary errors=errors />
        <Heading text=t(k::SIGN_IN_TITLE) />
        <p class="muted">{t(k::SIGN_IN_LEAD)}</p>
        <form class="stack panel" on:submit=submit novalidate>
            <TextField id="username" label=t(k::USERNAME) value=username errors=errors autocomplete="username" width="w-20" />
            <PasswordField id="password" label=t(k::PASSWORD) value=password errors=errors autocomplete="current-password" />
            <p class="row"><Button label=t(k::SIGN_IN) busy=busy /></p>
        </form>
    }
    .into_any()
}

fn missing(given: &StaffSignIn) -> Vec<(String, String)> {
    let fields = [
        ("username", &given.username, k::USERNAME_NEEDED),
        ("password", &given.password, k::PASSWORD_NEEDED),
    ];
    let empty = fields.into_iter().filter(|(_, value, _)| value.is_empty());
    empty
        .map(|(id, _, words)| (id.to_owned(), t(words).to_owned()))
        .collect()
}

/// One answer for a wrong name and a wrong password, and until when it is locked.
fn refused(error: &ApiError) -> String {
    let Some(problem) = error.problem() else {
        return error.words();
    };
    match (problem.code, problem.tries_left, problem.retry_after_s) {
        (ProblemCode::SignInRefused, Some(tries), _) => {
            format!("{} {}", t(k::REFUSED), tn(k::REFUSED_TRIES, tries))
        }
        (ProblemCode::SignInRefused, None, _) => t(k::REFUSED).to_owned(),
        (ProblemCode::LockedOut, _, Some(seconds)) => tn(k::LOCKED_MINUTES, seconds.div_ceil(60)),
        _ => error.words(),
    }
}
