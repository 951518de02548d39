//! A time of day, in the browser's own picker.

use super::{
    Errors,
    field::{boxed, described_by},
};
use leptos::prelude::*;

/// A field for a time, in steps of ten minutes.
#[component]
pub fn TimeInput(
    /// The field's name in the form's errors, and the control's id.
    id: &'static str,
    /// Which time.
    #[prop(into)]
    label: String,
    /// How, and why.
    #[prop(optional, into)]
    hint: String,
    /// The time chosen, `HH:MM`; empty where none is.
    value: RwSignal<String>,
    /// The form's errors.
    errors: Errors,
) -> impl IntoView {
    let has_hint = !hint.is_empty();
    let control = view! {
        <input
            class="input w-10"
            id=id
            name=id
            type="time"
            step="600"
            aria-describedby=move || described_by(id, has_hint, errors.has(id))
            aria-invalid=move || errors.has(id).then_some("true")
            prop:value=move || value.get()
            on:input=move |event| value.set(event_target_value(&event))
        />
    };
    boxed(id, label, false, &hint, errors, control.into_any())
}
