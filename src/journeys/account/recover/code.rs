//! The code.

use super::{Stage, Way, start_over};
use crate::api::{self, ApiError};
use crate::components::{ErrorSummary, Errors, Heading};
use crate::i18n::{keys::recover as k, t};
use crate::journeys::account::{
    code_form::{self, Asked},
    way_out,
};
use eid_domain::problem::ProblemCode;
use eid_domain::rescue::Entry;
use eid_domain::wire::recovery::RecoveryBegun;
use leptos::prelude::*;

/// The form.
pub(super) fn view(way: Way, begun: RecoveryBegun) -> AnyView {
    let errors = Errors::new();
    let asked = Asked {
        label: k::CODE,
        go: k::GO_ON,
        resend_in_s: begun.resend_in_s,
        check: |code| Box::pin(async move { Ok(api::recovery::code(code).await?.questions) }),
        resend: || Box::pin(async { Ok(api::recovery::resend().await?.resend_in_s) }),
        refusal,
    };
    view! {
        <ErrorSummary errors=errors />
        <Heading text=t(k::CODE_TITLE) />
        <p class="lead">{t(k::CODE_LEAD)}</p>
        {code_form::view(errors, asked, move |questions| way.go(Stage::Answers(questions)))}
        {start_over(way)}
        {way_out::link(Entry::NoCode, k::WAY_OUT_CODE)}
    }
    .into_any()
}

fn refusal(error: &ApiError) -> Vec<(String, String)> {
    match error.problem().map(|problem| problem.code) {
        Some(ProblemCode::JourneyExpired) => vec![(String::new(), t(k::EXPIRED).to_owned())],
        Some(ProblemCode::CodeWrong | ProblemCode::CodeExpired) => vec![("code".to_owned(), error.words())],
        _ => error.for_form(&["code"]),
    }
}
