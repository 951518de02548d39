//! One day near today, in the browser's own picker.

use super::{
    Errors,
    field::{boxed, described_by},
};
use leptos::prelude::*;

/// A field for a day, with the browser's calendar. For days that people know by heart there is `DateField`.
#[component]
pub fn DayInput(
    /// The field's name in the form's errors, and the control's id.
    id: &'static str,
    /// Which day.
    #[prop(into)]
    label: String,
    /// How, and why.
    #[prop(optional, into)]
    hint: String,
    /// The day chosen, ISO; empty where none is.
    value: RwSignal<String>,
    /// The form's errors.
    errors: Errors,
    /// The first day that makes sense, ISO.
    #[prop(optional, into)]
    min: String,
    /// The last one, ISO.
    #[prop(optional, into)]
    max: String,
) -> impl IntoView {
    let has_hint = !hint.is_empty();
    let control = view! {
        <input
            class="input w-20"
            id=id
            name=id
            type="date"
            min=min
            max=max
            aria-describedby=move || described_by(id, has_hint, errors.has(id))
            aria-invalid=move || errors.has(id).then_some("true")
            prop:value=move || value.get()
            on:input=move |event| value.set(event_target_value(&event))
        />
    };
    boxed(id, label, false, &hint, errors, control.into_any())
}
