//! The code that was sent last: to the number until now, then to the new one.

use super::{Way, steps};
use crate::api::{self, ApiError, fault};
use crate::browser::timer;
use crate::components::{
    Button, CodeField, ErrorSummary, Errors, Heading, Notice, NoticeKind, Resend, TextButton,
};
use crate::i18n::{keys::new_phone as k, t, tf};
use crate::journeys::account::prove;
use eid_domain::problem::ProblemCode;
use eid_domain::secret::OneTimeCode;
use eid_domain::wire::new_phone::{NewPhoneStep, NewPhoneView};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The form.
pub(super) fn view(way: Way, sent: &NewPhoneView) -> AnyView {
    let (code, errors, busy) = (RwSignal::new(String::new()), Errors::new(), RwSignal::new(false));
    let again_ms = RwSignal::new(from_now(sent));
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
            let answer = api::new_phone::code(given).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(next) => way.go(Some(next)),
                Err(error) => {
                    errors.show(refusal(&error));
                }
            }
        });
    };
    let resend = move |()| {
        spawn_local(async move {
            match api::new_phone::resend().await {
                Ok(sent) => {
                    errors.clear();
                    let _ = again_ms.try_set(from_now(&sent));
                }
                Err(error) => {
                    errors.show(refusal(&error));
                }
            }
        });
    };
    let old = sent.step == NewPhoneStep::Old;
    let (title, lead) = if old {
        (k::OLD_TITLE, k::OLD_LEAD)
    } else {
        (k::NEW_TITLE, k::NEW_LEAD)
    };
    view! {
        {steps(if old { 2 } else { 3 })}
        <ErrorSummary errors=errors />
        <Heading text=t(title) />
        <p class="lead">{tf(lead, &[("ends", &sent.phone_ends)])}</p>
        <form class="stack" novalidate on:submit=submit>
            <CodeField id="code" label=t(k::CODE) value=code errors=errors />
            <Resend at_ms=again_ms on_press=resend />
            <p class="row"><Button label=t(if old { k::GO_ON } else { k::CHANGE }) busy=busy /></p>
        </form>
        {old.then(|| view! { <Notice kind=NoticeKind::Info><p>{t(k::OLD_NOT)}</p></Notice> })}
        <p><TextButton label=t(k::START_OVER) on_press=move |()| way.go(None) /></p>
    }
    .into_any()
}

fn from_now(sent: &NewPhoneView) -> f64 {
    timer::now_ms() + 1000.0 * f64::from(sent.resend_in_s)
}

fn refusal(error: &ApiError) -> Vec<(String, String)> {
    if error.is(ProblemCode::JourneyExpired) {
        return vec![(String::new(), t(k::EXPIRED).to_owned())];
    }
    prove::refusal(error, &["code"])
}
