//! A secret, which may be shown while typing.

use super::{
    Check, Checklist, Errors,
    field::{box_class, error_view, hint_view},
};
use crate::browser::announce;
use crate::i18n::{keys, t};
use leptos::prelude::*;

/// A password or passcode with a button that shows it, and a live checklist where rules are given.
#[component]
pub fn PasswordField(
    /// The field's name in the form's errors, and the control's id.
    id: &'static str,
    /// What to give.
    #[prop(into)]
    label: String,
    /// How, and why.
    #[prop(optional, into)]
    hint: String,
    /// What has been typed.
    value: RwSignal<String>,
    /// The form's errors.
    errors: Errors,
    /// `new-password`, `current-password`, or `off` for a passcode.
    autocomplete: &'static str,
    /// `numeric` for a passcode.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// Rules shown below.
    #[prop(optional)]
    checks: Vec<Check>,
) -> impl IntoView {
    let shown = RwSignal::new(false);
    let toggle = move |_| {
        shown.update(|shown| *shown = !*shown);
        let now = shown.get_untracked();
        announce::polite(t(if now {
            keys::common::PASSWORD_SHOWN
        } else {
            keys::common::PASSWORD_HIDDEN
        }));
    };
    let (has_hint, has_checks) = (!hint.is_empty(), !checks.is_empty());
    let described = move || {
        let parts = [
            (has_hint, "hint"),
            (errors.has(id), "error"),
            (has_checks, "rules"),
        ];
        let ids: Vec<String> = parts
            .iter()
            .filter(|(there, _)| *there)
            .map(|(_, part)| format!("{id}-{part}"))
            .collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    };
    let rules =
        has_checks.then(|| view! { <Checklist id=format!("{id}-rules") checks=checks value=value /> });
    view! {
        <div class=box_class(id, errors)>
            <label class="label" for=id>{label}</label>
            {hint_view(id, &hint)}
            {error_view(id, errors)}
            <div class="input-with">
                <input
                    class="input"
                    id=id
                    name=id
                    type=move || if shown.get() { "text" } else { "password" }
                    inputmode=inputmode
                    autocomplete=autocomplete
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby=described
                    aria-invalid=move || errors.has(id).then_some("true")
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))
                />
                <button
                    class="button button-second button-small"
                    type="button"
                    aria-controls=id
                    aria-label=move || t(if shown.get() { keys::common::PASSWORD_HIDE_LONG } else { keys::common::PASSWORD_SHOW_LONG })
                    on:click=toggle
                >
                    {move || t(if shown.get() { keys::common::PASSWORD_HIDE } else { keys::common::PASSWORD_SHOW })}
                </button>
            </div>
            {rules}
        </div>
    }
}
