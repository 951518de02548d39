//! The device until now shows the code.

use super::{Way, refusal};
use crate::api::{self, fault};
use crate::components::{Button, CodeField, ErrorSummary, Errors};
use crate::i18n::{keys::account as k, t};
use eid_domain::secret::OneTimeCode;
use eid_domain::wire::devices::ChangeDevice;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The form.
pub(super) fn view(way: Way) -> AnyView {
    let (code, errors, busy) = (RwSignal::new(String::new()), Errors::new(), RwSignal::new(false));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let given = ChangeDevice {
            code: code.get_untracked(),
            passcode: None,
        };
        let wrong = OneTimeCode::parse(&given.code).err();
        let wrong = wrong.map(|wrong| fault("code", wrong, t(k::DEVICE_CODE)));
        if errors.show(wrong.into_iter().collect()) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::account::change_device(&given).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(answer) => way.follow(answer),
                Err(error) => {
                    errors.show(refusal(&error));
                }
            }
        });
    };
    view! {
        <ErrorSummary errors=errors />
        <p>{t(k::DEVICE_SHOWN_HOW)}</p>
        <form class="stack" novalidate on:submit=submit>
            <CodeField id="code" label=t(k::DEVICE_CODE) hint=t(k::DEVICE_CODE_HINT) value=code errors=errors />
            <p class="row"><Button label=t(k::DEVICE_DO) busy=busy /></p>
        </form>
    }
    .into_any()
}
