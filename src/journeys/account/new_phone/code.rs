//! The code that was sent last: to the number until now, then to the new one.

use super::{Way, steps};
use crate::api::{self, ApiError};
use crate::components::{ErrorSummary, Errors, Heading, Notice, NoticeKind, TextButton};
use crate::i18n::{keys::new_phone as k, t, tf};
use crate::journeys::account::{
    code_form::{self, Asked},
    prove,
};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::new_phone::{NewPhoneStep, NewPhoneView};
use leptos::prelude::*;

/// The form.
pub(super) fn view(way: Way, sent: &NewPhoneView) -> AnyView {
    let errors = Errors::new();
    let old = sent.step == NewPhoneStep::Old;
    let (title, lead, go) = if old {
        (k::OLD_TITLE, k::OLD_LEAD, k::GO_ON)
    } else {
        (k::NEW_TITLE, k::NEW_LEAD, k::CHANGE)
    };
    let asked = Asked {
        label: k::CODE,
        go,
        resend_in_s: sent.resend_in_s,
        check: |code| Box::pin(api::new_phone::code(code)),
        resend: || Box::pin(async { Ok(api::new_phone::resend().await?.resend_in_s) }),
        refusal,
    };
    view! {
        {steps(if old { 2 } else { 3 })}
        <ErrorSummary errors=errors />
        <Heading text=t(title) />
        <p class="lead">{tf(lead, &[("ends", &sent.phone_ends)])}</p>
        {code_form::view(errors, asked, move |next| way.go(Some(next)))}
        {old.then(|| view! { <Notice kind=NoticeKind::Info><p>{t(k::OLD_NOT)}</p></Notice> })}
        <p><TextButton label=t(k::START_OVER) on_press=move |()| way.go(None) /></p>
    }
    .into_any()
}

fn refusal(error: &ApiError) -> Vec<(String, String)> {
    if error.is(ProblemCode::JourneyExpired) {
        return vec![(String::new(), t(k::EXPIRED).to_owned())];
    }
    prove::refusal(error, &["code"])
}
