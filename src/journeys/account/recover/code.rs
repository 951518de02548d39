//! The code.

use super::{Stage, Way, start_over};
use crate::api::{self, ApiError, fault};
use crate::browser::timer;
use crate::components::{Button, CodeField, ErrorSummary, Errors, Heading, Resend};
use crate::i18n::{keys::recover as k, t};
use eid_domain::problem::ProblemCode;
use eid_domain::secret::OneTimeCode;
use eid_domain::wire::recovery::RecoveryBegun;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The form.
pub(super) fn view(way: Way, begun: RecoveryBegun) -> AnyView {
    let (code, errors, busy) = (RwSignal::new(String::new()), Errors::new(), RwSignal::new(false));
    let again_ms = RwSignal::new(from_now(begun));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let given = code.get_untracked();
        let wrong = OneTimeCode::parse(&given).err();
        let wrong = wrong.map(|wrong| fault("code", wrong, t(k::CODE)));
        if errors.show(wrong.into_iter().collect()) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::recovery::code(given).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(asked) => way.go(Stage::Answers(asked.questions)),
                Err(error) => {
                    errors.show(refusal(&error));
                }
            }
        });
    };
    let resend = move |()| {
        spawn_local(async move {
            match api::recovery::resend().await {
                Ok(begun) => {
                    errors.clear();
                    let _ = again_ms.try_set(from_now(begun));
                }
                Err(error) => {
                    errors.show(refusal(&error));
                }
            }
        });
    };
    view! {
        <ErrorSummary errors=errors />
        <Heading text=t(k::CODE_TITLE) />
        <p class="lead">{t(k::CODE_LEAD)}</p>
        <form class="stack" novalidate on:submit=submit>
            <CodeField id="code" label=t(k::CODE) value=code errors=errors />
            <Resend at_ms=again_ms on_press=resend />
            <p class="row"><Button label=t(k::GO_ON) busy=busy /></p>
        </form>
        {start_over(way)}
    }
    .into_any()
}

fn from_now(begun: RecoveryBegun) -> f64 {
    timer::now_ms() + 1000.0 * f64::from(begun.resend_in_s)
}

fn refusal(error: &ApiError) -> Vec<(String, String)> {
    match error.problem().map(|problem| problem.code) {
        Some(ProblemCode::JourneyExpired) => vec![(String::new(), t(k::EXPIRED).to_owned())],
        Some(ProblemCode::CodeWrong | ProblemCode::CodeExpired) => vec![("code".to_owned(), error.words())],
        _ => error.for_form(&["code"]),
    }
}
