//! The new number and the passcode; and the way for who has lost the number until now.

use super::{Way, back, steps};
use crate::api::{self, fault};
use crate::components::{Button, Details, ErrorSummary, Errors, Heading, LinkButton, TextField};
use crate::i18n::{
    keys::{account::DEVICE_PASSCODE, new_phone as k},
    lang, t,
};
use crate::journeys::account::prove;
use crate::routes::Route;
use eid_domain::wire::new_phone::StartNewPhone;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The form.
pub(super) fn view(way: Way) -> AnyView {
    let (phone, passcode) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let given = StartNewPhone {
            phone: phone.get_untracked(),
            passcode: passcode.get_untracked(),
            lang: lang(),
        };
        if errors.show(faults(&given)) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::new_phone::start(&given).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(view) => way.go(Some(view)),
                Err(error) => {
                    errors.show(prove::refusal(&error, &["phone", "passcode"]));
                }
            }
        });
    };
    view! {
        {back()}
        {steps(1)}
        <ErrorSummary errors=errors />
        <Heading text=t(k::TITLE) />
        <p class="lead">{t(k::LEAD)}</p>
        <form class="stack" novalidate on:submit=submit>
            <TextField id="phone" label=t(k::PHONE) hint=t(k::PHONE_HINT) value=phone errors=errors width="w-20" inputmode="tel" autocomplete="tel" />
            {prove::passcode(passcode, errors)}
            <p class="row"><Button label=t(k::SEND) busy=busy /></p>
        </form>
        <Details summary=t(k::LOST_TITLE)>
            <p>{t(k::LOST_TEXT)}</p>
            <p>{t(k::LOST_BRING)}</p>
            <p><LinkButton href=Route::Rescue.href() label=t(k::LOST_HELP) /></p>
        </Details>
    }
    .into_any()
}

fn faults(given: &StartNewPhone) -> Vec<(String, String)> {
    let wrong = given.parse().err().unwrap_or_default();
    let worded = |error: eid_domain::field::FieldError| {
        let label = match error.field.as_str() {
            "phone" => k::PHONE,
            _ => DEVICE_PASSCODE,
        };
        fault(&error.field, error.code, t(label))
    };
    wrong.into_iter().map(worded).collect()
}
