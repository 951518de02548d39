//! A label, a hint, an error and one control.

use super::{Errors, Icon, icon};
use crate::i18n::{keys, t};
use leptos::prelude::*;

/// The ids that describe a control: its hint and, while there is one, its error.
pub(super) fn described_by(id: &str, has_hint: bool, has_error: bool) -> Option<String> {
    match (has_hint, has_error) {
        (false, false) => None,
        (true, false) => Some(format!("{id}-hint")),
        (false, true) => Some(format!("{id}-error")),
        (true, true) => Some(format!("{id}-hint {id}-error")),
    }
}

/// The hint below a label.
pub(super) fn hint_view(id: &str, hint: &str) -> Option<AnyView> {
    (!hint.is_empty())
        .then(|| view! { <p class="hint" id=format!("{id}-hint")>{hint.to_owned()}</p> }.into_any())
}

/// The error above a control.
pub(super) fn error_view(id: &'static str, errors: Errors) -> impl IntoView {
    move || {
        errors.of(id).map(|text| {
            view! {
                <p class="error-text" id=format!("{id}-error")>
                    {icon(Icon::Warning)}
                    <span><span class="visually-hidden">{t(keys::common::ERROR_WORD)}" "</span>{text}</span>
                </p>
            }
        })
    }
}

/// The classes of a field's box.
pub(super) fn box_class(id: &'static str, errors: Errors) -> impl Fn() -> &'static str + Send {
    move || {
        if errors.has(id) {
            "field has-error"
        } else {
            "field"
        }
    }
}

/// A control in its box: label, hint and error above it.
pub(super) fn boxed(
    id: &'static str,
    label: String,
    optional: bool,
    hint: &str,
    errors: Errors,
    control: AnyView,
) -> AnyView {
    view! {
        <div class=box_class(id, errors)>
            {label_view(id, label, optional)}
            {hint_view(id, hint)}
            {error_view(id, errors)}
            {control}
        </div>
    }
    .into_any()
}

fn label_view(id: &'static str, label: String, optional: bool) -> impl IntoView {
    let optional = optional.then(|| view! { <span class="muted">" "{t(keys::common::OPTIONAL)}</span> });
    view! { <label class="label" for=id>{label}{optional}</label> }
}

/// One line of text.
#[component]
pub fn TextField(
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
    /// Width: `w-2`, `w-4`, `w-10`, `w-20`; full where left out.
    #[prop(optional)]
    width: &'static str,
    /// The keyboard: `numeric`, `tel`, `email`, `search`.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// What the browser may fill in: `name`, `tel` …; `off` where left out.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Says that it may be left empty.
    #[prop(optional)]
    optional: bool,
    /// After the person leaves the field, e.g. to check it.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
) -> impl IntoView {
    let has_hint = !hint.is_empty();
    let control = view! {
        <input
            class=format!("input {width}")
            id=id
            name=id
            type="text"
            inputmode=inputmode
            autocomplete=autocomplete
            autocapitalize="off"
            spellcheck="false"
            aria-describedby=move || described_by(id, has_hint, errors.has(id))
            aria-invalid=move || errors.has(id).then_some("true")
            prop:value=move || value.get()
            on:input=move |event| value.set(event_target_value(&event))
            on:blur=move |_| {
                // A field that goes with its page while it has the focus is left, too: then there is nobody to tell.
                if let Some(on_leave) = on_leave {
                    let _ = on_leave.try_run(());
                }
            }
        />
    };
    boxed(id, label, optional, &hint, errors, control.into_any())
}

/// Several lines of text.
#[component]
pub fn TextArea(
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
) -> impl IntoView {
    let has_hint = !hint.is_empty();
    let control = view! {
        <textarea
            class="input"
            id=id
            name=id
            rows="4"
            aria-describedby=move || described_by(id, has_hint, errors.has(id))
            aria-invalid=move || errors.has(id).then_some("true")
            prop:value=move || value.get()
            on:input=move |event| value.set(event_target_value(&event))
        ></textarea>
    };
    boxed(id, label, false, &hint, errors, control.into_any())
}

/// One of many, where cards would be too long a list.
#[component]
pub fn Select(
    /// The field's name in the form's errors, and the control's id.
    id: &'static str,
    /// What to choose.
    #[prop(into)]
    label: String,
    /// How, and why.
    #[prop(optional, into)]
    hint: String,
    /// `(value, words)`; an empty value is "not chosen yet".
    options: Vec<(String, String)>,
    /// The value chosen.
    value: RwSignal<String>,
    /// The form's errors.
    errors: Errors,
) -> impl IntoView {
    let has_hint = !hint.is_empty();
    let options = options
        .into_iter()
        .map(|(option, words)| {
            let chosen = option.clone();
            view! { <option value=option prop:selected=move || value.with(|value| *value == chosen)>{words}</option> }
        })
        .collect_view();
    let control = view! {
        <select
            class="input w-20"
            id=id
            name=id
            aria-describedby=move || described_by(id, has_hint, errors.has(id))
            aria-invalid=move || errors.has(id).then_some("true")
            on:change=move |event| value.set(event_target_value(&event))
        >
            {options}
        </select>
    };
    boxed(id, label, false, &hint, errors, control.into_any())
}
