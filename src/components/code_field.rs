//! A one-time code: one field, filled from the message where the browser can, pasting allowed.

use super::{
    Errors, TextButton,
    field::{box_class, described_by, error_view, hint_view},
};
use crate::browser::{announce, otp, timer};
use crate::i18n::{keys, t, tf};
use leptos::prelude::*;

/// Longest code accepted while typing.
const DIGITS: usize = 6;

/// Six digits. Spaces and whatever else came along in a paste are dropped.
#[component]
pub fn CodeField(
    /// The field's name in the form's errors, and the control's id.
    id: &'static str,
    /// What to give.
    #[prop(into)]
    label: String,
    /// Where to find it; the usual words where left out.
    #[prop(optional, into)]
    hint: String,
    /// The digits typed so far.
    value: RwSignal<String>,
    /// The form's errors.
    errors: Errors,
) -> impl IntoView {
    let hint = if hint.is_empty() {
        t(keys::common::CODE_HINT).to_owned()
    } else {
        hint
    };
    let typed = move |event: leptos::ev::Event| value.set(digits(&event_target_value(&event)));
    otp::listen(move |code| {
        if value.try_set(digits(&code)).is_none() {
            announce::polite(t(keys::common::CODE_FILLED));
        }
    });
    view! {
        <div class=box_class(id, errors)>
            <label class="label" for=id>{label}</label>
            {hint_view(id, &hint)}
            {error_view(id, errors)}
            <input
                class="input w-code"
                id=id
                name=id
                type="text"
                inputmode="numeric"
                autocomplete="one-time-code"
                spellcheck="false"
                aria-describedby=move || described_by(id, true, errors.has(id))
                aria-invalid=move || errors.has(id).then_some("true")
                prop:value=move || value.get()
                on:input=typed
            />
        </div>
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).take(DIGITS).collect()
}

/// "Send a new code", once its time has come.
#[component]
pub fn Resend(
    /// The device's clock in milliseconds at which another code may be asked for.
    #[prop(into)]
    at_ms: Signal<f64>,
    /// Asks for it.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let now = RwSignal::new(timer::now_ms());
    timer::every_second(move || now.set(timer::now_ms()));
    let wait = Memo::new(move |_| ((at_ms.get() - now.get()) / 1000.0).ceil().max(0.0));
    let press = Callback::new(move |()| {
        on_press.run(());
        announce::polite(t(keys::common::RESEND_SENDING));
    });
    view! {
        <Show
            when=move || wait.get() <= 0.0
            fallback=move || {
                view! { <p class="hint">{move || tf(keys::common::RESEND_IN, &[("seconds", &(wait.get() as u32).to_string())])}</p> }
            }
        >
            <TextButton label=t(keys::common::RESEND) on_press=press />
        </Show>
    }
}
