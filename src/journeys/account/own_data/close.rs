//! Closing the account: what goes and what stays, then the passcode, then a code by message.

use super::finish;
use crate::api::{self, fault};
use crate::browser::timer;
use crate::components::{Button, ButtonKind, CodeField, ErrorSummary, Errors, PasswordField, Resend};
use crate::i18n::{
    keys::{account as a, own_data as k},
    t,
};
use crate::journeys::account::prove;
use eid_domain::field::FieldCode;
use eid_domain::secret::OneTimeCode;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// How far it is.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Told,
    Passcode,
    Code,
}

/// What the parts share. Cheap to copy.
#[derive(Clone, Copy)]
struct Parts {
    stage: RwSignal<Stage>,
    passcode: RwSignal<String>,
    code: RwSignal<String>,
    again_ms: RwSignal<f64>,
    errors: Errors,
    busy: RwSignal<bool>,
    closed: RwSignal<bool>,
}

/// The section.
pub(super) fn view(open_dossier: bool, closed: RwSignal<bool>) -> AnyView {
    let parts = Parts {
        stage: RwSignal::new(Stage::Told),
        passcode: RwSignal::new(String::new()),
        code: RwSignal::new(String::new()),
        again_ms: RwSignal::new(0.0),
        errors: Errors::new(),
        busy: RwSignal::new(false),
        closed,
    };
    let form = move || match parts.stage.get() {
        Stage::Told => {
            let begin = move |()| parts.stage.set(Stage::Passcode);
            view! { <p class="row"><Button label=t(k::CLOSE_BEGIN) kind=ButtonKind::Danger on_press=begin /></p> }
                .into_any()
        }
        Stage::Passcode => first(parts),
        Stage::Code => last(parts),
    };
    view! {
        <section class="panel stack no-print" aria-labelledby="close">
            <h2 id="close">{t(k::CLOSE_TITLE)}</h2>
            <p>{t(k::CLOSE_TEXT)}</p>
            <p>{t(k::CLOSE_KEPT)}</p>
            {open_dossier.then(|| view! { <p>{t(k::CLOSE_OPEN)}</p> })}
            <ErrorSummary errors=parts.errors />
            {form}
        </section>
    }
    .into_any()
}

fn leave(parts: Parts) {
    parts.errors.clear();
    parts.passcode.set(String::new());
    parts.code.set(String::new());
    parts.stage.set(Stage::Told);
}

fn first(parts: Parts) -> AnyView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        ask(parts);
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <PasswordField
                id="close-passcode"
                label=t(a::DEVICE_PASSCODE)
                hint=t(a::DEVICE_PASSCODE_HINT)
                value=parts.passcode
                errors=parts.errors
                autocomplete="off"
                inputmode="numeric"
            />
            <p class="row">
                <Button label=t(k::CLOSE_SEND) busy=parts.busy />
                <Button label=t(k::CLOSE_NOT) kind=ButtonKind::Second on_press=move |()| leave(parts) />
            </p>
        </form>
    }
    .into_any()
}

/// The passcode is judged again with each code that is asked for.
fn ask(parts: Parts) {
    if parts.busy.get_untracked() {
        return;
    }
    let given = parts.passcode.get_untracked();
    let empty = given.trim().is_empty();
    let wrong = empty.then(|| fault("close-passcode", FieldCode::Required, t(a::DEVICE_PASSCODE)));
    if parts.errors.show(wrong.into_iter().collect()) {
        return;
    }
    parts.busy.set(true);
    spawn_local(async move {
        let answer = api::own_data::ask_to_close(given).await;
        let _ = parts.busy.try_set(false);
        match answer {
            Ok(sent) => {
                parts.errors.clear();
                let _ = parts
                    .again_ms
                    .try_set(timer::now_ms() + 1000.0 * f64::from(sent.resend_in_s));
                let _ = parts.stage.try_set(Stage::Code);
            }
            Err(error) => {
                let mut found = prove::refusal(&error, &["passcode"]);
                for (id, _) in found.iter_mut().filter(|(id, _)| id == "passcode") {
                    "close-passcode".clone_into(id);
                }
                parts.errors.show(found);
            }
        }
    });
}

fn last(parts: Parts) -> AnyView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        close(parts);
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <CodeField id="code" label=t(k::CLOSE_CODE) value=parts.code errors=parts.errors />
            <Resend at_ms=parts.again_ms on_press=move |()| ask(parts) />
            <p class="row">
                <Button label=t(k::CLOSE_DO) kind=ButtonKind::Danger busy=parts.busy />
                <Button label=t(k::CLOSE_NOT) kind=ButtonKind::Second on_press=move |()| leave(parts) />
            </p>
        </form>
    }
    .into_any()
}

fn close(parts: Parts) {
    if parts.busy.get_untracked() {
        return;
    }
    let given = parts.code.get_untracked();
    let wrong = OneTimeCode::parse(&given).err();
    let wrong = wrong.map(|code| fault("code", code, t(k::CLOSE_CODE)));
    if parts.errors.show(wrong.into_iter().collect()) {
        return;
    }
    parts.busy.set(true);
    spawn_local(async move {
        let answer = api::own_data::close(given).await;
        let _ = parts.busy.try_set(false);
        match answer {
            Ok(()) => finish(parts.closed),
            Err(error) => {
                parts.errors.show(prove::refusal(&error, &["code"]));
            }
        }
    });
}
