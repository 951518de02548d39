//! Yes or no.

use super::{
    Errors,
    field::{box_class, described_by, error_view},
};
use leptos::prelude::*;

/// A box to tick.
#[component]
pub fn Checkbox(
    /// The field's name in the form's errors, and the control's id.
    id: &'static str,
    /// What is said by ticking it.
    #[prop(into)]
    label: String,
    /// More words.
    #[prop(optional, into)]
    hint: String,
    /// Whether it is ticked.
    checked: RwSignal<bool>,
    /// The form's errors.
    errors: Errors,
) -> impl IntoView {
    let has_hint = !hint.is_empty();
    let hint = has_hint.then(|| view! { <span class="hint" id=format!("{id}-hint")>{hint}</span> });
    view! {
        <div class=box_class(id, errors)>
            {error_view(id, errors)}
            <label class="choice">
                <input
                    type="checkbox"
                    id=id
                    name=id
                    aria-describedby=move || described_by(id, has_hint, errors.has(id))
                    aria-invalid=move || errors.has(id).then_some("true")
                    prop:checked=move || checked.get()
                    on:change=move |event| checked.set(event_target_checked(&event))
                />
                <span class="choice-text"><span>{label}</span>{hint}</span>
            </label>
        </div>
    }
}
