//! User name and password of a place.

use super::Here;
use crate::api::{self, ApiError, fault};
use crate::browser::focus;
use crate::components::{
    Button, ButtonKind, ErrorSummary, Errors, Heading, LinkButton, PasswordField, TextField,
};
use crate::i18n::{keys::venue as k, t, tn};
use crate::routes::Route;
use eid_domain::field::FieldCode;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::venues::VenueSignIn;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The form.
pub(super) fn view(here: RwSignal<Here>) -> AnyView {
    let (username, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let given = VenueSignIn {
            username: username.get_untracked(),
            password: password.get_untracked(),
        };
        let empty = [
            ("username", given.username.trim().is_empty(), k::USERNAME),
            ("password", given.password.is_empty(), k::PASSWORD),
        ];
        let wrong = empty
            .into_iter()
            .filter(|(_, empty, _)| *empty)
            .map(|(id, _, label)| fault(id, FieldCode::Required, t(label)));
        if busy.get_untracked() || errors.show(wrong.collect()) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::venues::sign_in(&given).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(view) => {
                    focus::want_heading();
                    let _ = here.try_set(Here::of(view));
                }
                Err(error) => drop(errors.show(refusal(&error))),
            }
        });
    };
    view! {
        <ErrorSummary errors=errors />
        <Heading text=t(k::SIGN_IN_TITLE) />
        <p class="lead">{t(k::SIGN_IN_LEAD)}</p>
        <form class="stack" novalidate on:submit=submit>
            <TextField id="username" label=t(k::USERNAME) value=username errors=errors width="w-20" autocomplete="username" />
            <PasswordField id="password" label=t(k::PASSWORD) value=password errors=errors autocomplete="current-password" />
            <p class="row"><Button label=t(k::SIGN_IN) busy=busy /></p>
        </form>
        <section class="stack-s" aria-labelledby="no-name">
            <h2 id="no-name">{t(k::NO_NAME_TITLE)}</h2>
            <p>{t(k::NO_NAME_TEXT)}</p>
            <p><LinkButton href=Route::CheckId.href() label=t(k::CHECK_WITHOUT) kind=ButtonKind::Second /></p>
        </section>
    }
    .into_any()
}

/// What to say: neutral about which names there are, exact about how long to wait.
pub(super) fn refusal(error: &ApiError) -> Vec<(String, String)> {
    let whole = |words: String| vec![(String::new(), words)];
    match error.problem() {
        Some(problem) if problem.code == ProblemCode::LockedOut => {
            let minutes = problem.retry_after_s.unwrap_or(15 * 60).div_ceil(60);
            whole(tn(k::LOCKED, minutes))
        }
        Some(problem) if problem.code == ProblemCode::SignInRefused => {
            let left = problem.tries_left;
            let left = left.map(|left| tn(crate::i18n::keys::errors::TRIES_LEFT, left));
            whole([t(k::REFUSED), left.as_deref().unwrap_or_default()].join(" "))
        }
        _ => error.for_form(&["username", "password", "current", "new"]),
    }
}
