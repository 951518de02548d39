//! The code from the message.

use super::{form::Form, place::Place};
use crate::api::{self, fault};
use crate::browser::timer;
use crate::components::{Button, CodeField, Details, Resend};
use crate::i18n::{keys::activation as k, t};
use crate::routes::Route;
use eid_domain::problem::ProblemCode;
use eid_domain::rescue::Entry;
use eid_domain::secret::OneTimeCode;
use eid_domain::wire::activation::{ActivationView, GiveCode};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The form.
pub(super) fn view(standing: &ActivationView, form: Form) -> AnyView {
    let code = RwSignal::new(String::new());
    let resend_at = RwSignal::new(after(standing.resend_in_s));
    let again = move |()| {
        spawn_local(async move {
            match api::activation::resend().await {
                Ok(view) => {
                    let _ = resend_at.try_set(after(view.resend_in_s));
                    form.errors.clear();
                }
                Err(error) => form.answer(Err(error), &["code"]),
            }
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !form.may_send() {
            return;
        }
        let typed = code.get_untracked();
        if form.errors.show(
            OneTimeCode::parse(&typed)
                .err()
                .map(|code| fault("code", code, t(k::CODE_LABEL)))
                .into_iter()
                .collect(),
        ) {
            return;
        }
        form.busy.set(true);
        spawn_local(async move {
            match api::activation::code(&GiveCode { code: typed }).await {
                Err(error) if error.is(ProblemCode::CodeWrong) || error.is(ProblemCode::CodeExpired) => {
                    let _ = form.busy.try_set(false);
                    form.errors.show(vec![("code".to_owned(), error.words())]);
                }
                answer => form.answer(answer, &["code"]),
            }
        });
    };
    view! {
        <p>{t(k::CODE_LEAD)}</p>
        <form class="stack" novalidate on:submit=submit>
            <CodeField id="code" label=t(k::CODE_LABEL) value=code errors=form.errors />
            <Resend at_ms=resend_at on_press=again />
            <p class="row"><Button label=t(k::CODE_DO) busy=form.busy /></p>
        </form>
        <Details summary=t(k::CODE_NONE)>
            <ul class="bullets">
                <li>{t(k::CODE_NONE_1)}</li>
                <li>{t(k::CODE_NONE_2)}" "<a href=Place::Start.href()>{t(k::CODE_AGAIN)}</a></li>
                <li>{t(k::CODE_NONE_3)}</li>
                <li>{t(k::CODE_NONE_4)}</li>
            </ul>
        </Details>
        <p><a href=Route::rescue(Entry::NoCode)>{t(k::WAY_OUT_CODE)}</a></p>
    }
    .into_any()
}

/// The device's clock in so many seconds, in milliseconds.
fn after(seconds: Option<u32>) -> f64 {
    timer::now_ms() + 1000.0 * f64::from(seconds.unwrap_or(0))
}
