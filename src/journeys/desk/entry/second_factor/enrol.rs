//! Setting it up: scan, or type the key, and prove it with the first code.

use super::refused::{self, Which};
use crate::api::{self, ApiError};
use crate::components::{
    Button, CodeField, Details, DrawnCode, ErrorSummary, Errors, Fetched, Notice, NoticeKind, Refetch,
    TextButton,
};
use crate::i18n::{keys::factor as k, t, tf};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::second_factor::{Enrolment, RecoveryCodes};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the parts share. Cheap to copy.
#[derive(Clone, Copy)]
struct Parts {
    code: RwSignal<String>,
    errors: Errors,
    busy: RwSignal<bool>,
    /// The key had lapsed, another is shown.
    renewed: RwSignal<bool>,
    refetch: Refetch,
    on_done: Callback<RecoveryCodes>,
    /// Where to go when the sign-in that it belongs to is over.
    on_over: Option<Callback<()>>,
}

/// The three steps; `on_done` is given the recovery codes.
pub(in crate::journeys::desk) fn view(
    on_done: Callback<RecoveryCodes>,
    on_over: Option<Callback<()>>,
) -> AnyView {
    let parts = Parts {
        code: RwSignal::new(String::new()),
        errors: Errors::new(),
        busy: RwSignal::new(false),
        renewed: RwSignal::new(false),
        refetch: Refetch::new(),
        on_done,
        on_over,
    };
    let fetch = || {
        Box::pin(async { api::second_factor::begin().await.map_err(|error| failed(&error)) })
            as std::pin::Pin<Box<dyn Future<Output = _>>>
    };
    let renewed = move || {
        parts
            .renewed
            .get()
            .then(|| view! { <Notice kind=NoticeKind::Warning title=t(k::ENROL_EXPIRED) announced=true /> })
    };
    let over = on_over
        .map(|over| view! { <p><TextButton label=t(k::START_OVER) on_press=move |()| over.run(()) /></p> });
    view! {
        <ErrorSummary errors=parts.errors />
        {renewed}
        <Fetched fetch=fetch show=move |shown: Enrolment| steps(parts, &shown) refetch=parts.refetch />
        {over}
    }
    .into_any()
}

fn failed(error: &ApiError) -> String {
    if error.is(ProblemCode::NotSignedIn) {
        t(k::TOO_LONG).to_owned()
    } else {
        format!("{} {}", t(k::ENROL_FAILED), error.words())
    }
}

fn steps(parts: Parts, shown: &Enrolment) -> AnyView {
    let alternative = tf(k::ENROL_ALT, &[("account", &shown.account)]);
    let code = shown.code.as_ref().map(|code| {
        view! { <div class="factor-code"><DrawnCode side=code.side runs=code.runs() alternative=alternative /></div> }
    });
    let (secret, account) = (shown.secret.clone(), shown.account.clone());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !parts.busy.get_untracked() {
            confirm(parts);
        }
    };
    view! {
        <form class="panel stack" on:submit=submit novalidate>
            <ol class="factor-steps">
                <li>{t(k::ENROL_STEP_APP)}</li>
                <li>
                    <p>{t(k::ENROL_STEP_SCAN)}</p>
                    {code}
                    <Details summary=t(k::ENROL_TYPE)>
                        <dl class="factor-key">
                            <dt>{t(k::ENROL_ACCOUNT)}</dt><dd class="mono">{account}</dd>
                            <dt>{t(k::ENROL_SECRET)}</dt><dd class="mono factor-secret">{secret}</dd>
                        </dl>
                    </Details>
                </li>
                <li>
                    <CodeField id=refused::FIELD label=t(k::ENROL_STEP_CODE) hint=t(k::CODE_HINT) value=parts.code errors=parts.errors />
                </li>
            </ol>
            <p class="row"><Button label=t(k::ENROL_CONFIRM) busy=parts.busy /></p>
        </form>
    }
    .into_any()
}

fn confirm(parts: Parts) {
    let given = parts.code.get_untracked();
    if parts.errors.show(refused::misses(Which::Phone, &given)) {
        return;
    }
    parts.busy.set(true);
    spawn_local(async move {
        let answer = api::second_factor::confirm(&given).await;
        let _ = parts.busy.try_set(false);
        match answer {
            Ok(codes) => parts.on_done.run(codes),
            Err(error) if error.is(ProblemCode::JourneyExpired) => {
                parts.code.set(String::new());
                parts.errors.clear();
                parts.renewed.set(true);
                parts.refetch.now();
            }
            Err(error) if error.is(ProblemCode::NotSignedIn) => match parts.on_over {
                Some(over) => over.run(()),
                None => parts.errors.show_one(error.words()),
            },
            Err(error) => {
                parts.code.set(String::new());
                let words = if error.is(ProblemCode::CodeWrong) {
                    t(k::ENROL_WRONG).to_owned()
                } else {
                    refused::words(Which::Phone, &error)
                };
                parts.errors.show(vec![(refused::FIELD.to_owned(), words)]);
            }
        }
    });
}
