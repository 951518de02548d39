//! The code goes to the phone, and the passcode is asked for: who has the phone's SIM alone does not get in.

use super::{Way, refusal};
use crate::api::{self, fault};
use crate::browser::timer;
use crate::components::{Button, CodeField, ErrorSummary, Errors, PasswordField, Resend};
use crate::i18n::{keys::account as k, t, tf};
use crate::routes::Route;
use eid_domain::field::FieldCode;
use eid_domain::secret::OneTimeCode;
use eid_domain::wire::devices::ChangeDevice;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// What the parts share. Cheap to copy.
#[derive(Clone, Copy)]
struct Parts {
    code: RwSignal<String>,
    passcode: RwSignal<String>,
    errors: Errors,
    busy: RwSignal<bool>,
    /// When another code can be asked for; none before the first.
    again_ms: RwSignal<Option<f64>>,
}

/// First the code is asked for, then given.
pub(super) fn view(way: Way, phone_ends: &str) -> AnyView {
    let parts = Parts {
        code: RwSignal::new(String::new()),
        passcode: RwSignal::new(String::new()),
        errors: Errors::new(),
        busy: RwSignal::new(false),
        again_ms: RwSignal::new(None),
    };
    let phone = tf(k::DEVICE_SENT_HOW, &[("ends", phone_ends)]);
    let sent = Memo::new(move |_| parts.again_ms.with(Option::is_some));
    let form = move || {
        if sent.get() {
            give(way, parts)
        } else {
            view! { <p class="row"><Button label=t(k::DEVICE_SEND) busy=parts.busy on_press=move |()| send(parts) /></p> }
                .into_any()
        }
    };
    view! {
        <ErrorSummary errors=parts.errors />
        <p>{phone}</p>
        {form}
    }
    .into_any()
}

fn send(parts: Parts) {
    parts.busy.set(true);
    spawn_local(async move {
        let answer = api::account::send_device_code().await;
        let _ = parts.busy.try_set(false);
        match answer {
            Ok(sent) => {
                parts.errors.clear();
                let again = timer::now_ms() + 1000.0 * f64::from(sent.resend_in_s);
                // The form stays as it is: what was typed is not lost by a new code.
                let _ = parts.again_ms.try_set(Some(again));
            }
            Err(error) => {
                parts.errors.show(refusal(&error));
            }
        }
    });
}

fn give(way: Way, parts: Parts) -> AnyView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !parts.busy.get_untracked() {
            change(way, parts);
        }
    };
    let at_ms = Signal::derive(move || parts.again_ms.get().unwrap_or_default());
    view! {
        <form class="stack" novalidate on:submit=submit>
            <CodeField id="code" label=t(k::DEVICE_CODE) value=parts.code errors=parts.errors />
            <Resend at_ms=at_ms on_press=move |()| send(parts) />
            <PasswordField
                id="passcode"
                label=t(k::DEVICE_PASSCODE)
                hint=t(k::DEVICE_PASSCODE_HINT)
                value=parts.passcode
                errors=parts.errors
                autocomplete="off"
                inputmode="numeric"
            />
            <p><a href=Route::RecoverPasscode.href()>{t(k::DEVICE_FORGOT)}</a></p>
            <p class="row"><Button label=t(k::DEVICE_DO) busy=parts.busy /></p>
        </form>
    }
    .into_any()
}

fn change(way: Way, parts: Parts) {
    let given = ChangeDevice {
        code: parts.code.get_untracked(),
        passcode: Some(parts.passcode.get_untracked()),
    };
    let code = OneTimeCode::parse(&given.code).err();
    let code = code.map(|code| fault("code", code, t(k::DEVICE_CODE)));
    let empty = given.passcode.as_deref().is_none_or(str::is_empty);
    let passcode = empty.then(|| fault("passcode", FieldCode::Required, t(k::DEVICE_PASSCODE)));
    if parts.errors.show(code.into_iter().chain(passcode).collect()) {
        return;
    }
    parts.busy.set(true);
    spawn_local(async move {
        let answer = api::account::change_device(&given).await;
        let _ = parts.busy.try_set(false);
        match answer {
            Ok(answer) => way.follow(answer),
            Err(error) => {
                parts.errors.show(refusal(&error));
            }
        }
    });
}
