//! Any of a few.

use super::{
    Choice, Errors,
    field::{box_class, described_by, error_view, hint_view},
};
use leptos::prelude::*;

/// Boxes to tick under one question.
///
/// The group's id is on its fieldset; a link from the error summary reaches its first box.
#[component]
pub fn CheckGroup(
    /// The field's name in the form's errors, and the group's id.
    id: &'static str,
    /// The question.
    #[prop(into)]
    legend: String,
    /// How, and why.
    #[prop(optional, into)]
    hint: String,
    /// The choices.
    choices: Vec<Choice>,
    /// The values ticked, in the order of ticking.
    values: RwSignal<Vec<String>>,
    /// The form's errors.
    errors: Errors,
) -> impl IntoView {
    let has_hint = !hint.is_empty();
    let choices = choices
        .into_iter()
        .map(|choice| one(id, choice, values))
        .collect_view();
    view! {
        <fieldset
            class=box_class(id, errors)
            id=id
            aria-describedby=move || described_by(id, has_hint, errors.has(id))
        >
            <legend class="legend">{legend}</legend>
            {hint_view(id, &hint)}
            {error_view(id, errors)}
            <div class="choices choices-2">{choices}</div>
        </fieldset>
    }
}

fn one(id: &'static str, choice: Choice, values: RwSignal<Vec<String>>) -> impl IntoView {
    let Choice { value, label, hint } = choice;
    let (is, own) = (value.clone(), value.clone());
    let hint = (!hint.is_empty()).then(|| view! { <span class="hint">{hint}</span> });
    let change = move |event| {
        let ticked = event_target_checked(&event);
        values.update(|values| {
            values.retain(|known| *known != own);
            if ticked {
                values.push(own.clone());
            }
        });
    };
    view! {
        <label class="choice">
            <input
                type="checkbox"
                name=id
                value=value
                prop:checked=move || values.with(|values| values.contains(&is))
                on:change=change
            />
            <span class="choice-text"><span>{label}</span>{hint}</span>
        </label>
    }
}
