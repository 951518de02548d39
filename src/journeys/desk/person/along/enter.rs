//! The end of the number and the code, as the person reads them out.

use super::Page;
use crate::api::{self, ApiError, fault};
use crate::components::{Button, CodeField, ErrorSummary, Errors, TextField};
use crate::i18n::{keys::along as k, t, tn};
use crate::journeys::desk::shell::session;
use eid_domain::field::{FieldCode, FieldError};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::helper::EnterHelperCode;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The form.
pub(super) fn view(page: Page) -> AnyView {
    let (ends, code) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let given = EnterHelperCode {
            number_ends: ends.get_untracked(),
            code: code.get_untracked(),
        };
        if let Err(wrong) = given.parse() {
            errors.show(wrong.iter().map(said).collect());
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = session::call(api::helper::begin(&given)).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(opened) => page.begin(opened),
                Err(error) => drop(errors.show(refusal(&error))),
            }
        });
    };
    view! {
        <p class="lead">{t(k::LEAD)}</p>
        <form class="panel stack" novalidate on:submit=submit>
            <ErrorSummary errors=errors />
            <TextField id="number_ends" label=t(k::ENDS) hint=t(k::ENDS_HINT) value=ends errors=errors inputmode="numeric" width="w-10" />
            <CodeField id="code" label=t(k::CODE) hint=t(k::CODE_HINT) value=code errors=errors />
            <p class="row"><Button label=t(k::BEGIN) busy=busy /></p>
        </form>
    }
    .into_any()
}

fn said(wrong: &FieldError) -> (String, String) {
    match (wrong.field.as_str(), wrong.code) {
        ("number_ends", FieldCode::CodeFormat) => ("number_ends".to_owned(), t(k::ENDS_WRONG).to_owned()),
        ("number_ends", code) => fault("number_ends", code, t(k::ENDS)),
        (_, code) => fault("code", code, t(k::CODE)),
    }
}

fn refusal(error: &ApiError) -> Vec<(String, String)> {
    match error.problem() {
        Some(problem) if problem.code == ProblemCode::CodeWrong => {
            let left = problem
                .tries_left
                .map(|left| tn(crate::i18n::keys::errors::TRIES_LEFT, left));
            let words = [t(k::WRONG), left.as_deref().unwrap_or_default()].join(" ");
            vec![("code".to_owned(), words)]
        }
        Some(problem) if problem.code == ProblemCode::LockedOut => {
            let minutes = problem.retry_after_s.unwrap_or(15 * 60).div_ceil(60);
            vec![(String::new(), tn(k::LOCKED, minutes))]
        }
        _ => error.for_form(&["number_ends", "code"]),
    }
}
