//! One of a few, as big cards.

use super::{
    Errors,
    field::{box_class, described_by, error_view, hint_view},
};
use leptos::prelude::*;

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is kept when it is chosen.
    pub value: String,
    /// Its words.
    pub label: String,
    /// More words; may be empty.
    pub hint: String,
}

impl Choice {
    /// A choice without a hint.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: String::new(),
        }
    }

    /// The same choice with a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

/// Radio buttons. An empty value is "not chosen yet".
///
/// The group's id is on its fieldset; a link from the error summary reaches its first choice.
#[component]
pub fn RadioGroup(
    /// The field's name in the form's errors, and the group's id.
    id: &'static str,
    /// The question.
    #[prop(into)]
    legend: String,
    /// Where the question is the whole page, its words are the heading already: the legend is for screen readers alone.
    #[prop(optional)]
    legend_hidden: bool,
    /// How, and why.
    #[prop(optional, into)]
    hint: String,
    /// The choices.
    choices: Vec<Choice>,
    /// The value chosen.
    value: RwSignal<String>,
    /// The form's errors.
    errors: Errors,
    /// Two columns on wide screens.
    #[prop(optional)]
    columns: bool,
) -> impl IntoView {
    let has_hint = !hint.is_empty();
    let class = if legend_hidden {
        "visually-hidden"
    } else {
        "legend"
    };
    let choices = choices
        .into_iter()
        .enumerate()
        .map(|(index, choice)| one(id, index, choice, value))
        .collect_view();
    view! {
        <fieldset
            class=box_class(id, errors)
            id=id
            aria-describedby=move || described_by(id, has_hint, errors.has(id))
        >
            <legend class=class>{legend}</legend>
            {hint_view(id, &hint)}
            {error_view(id, errors)}
            <div class=if columns { "choices choices-2" } else { "choices" }>{choices}</div>
        </fieldset>
    }
}

fn one(id: &'static str, index: usize, choice: Choice, chosen: RwSignal<String>) -> impl IntoView {
    let Choice { value, label, hint } = choice;
    let (is, set) = (value.clone(), value.clone());
    let hint_id = format!("{id}-{index}-hint");
    let hint = (!hint.is_empty()).then(|| view! { <span class="hint" id=hint_id.clone()>{hint}</span> });
    let described = hint.is_some().then_some(hint_id);
    view! {
        <label class="choice">
            <input
                type="radio"
                name=id
                value=value
                aria-describedby=described
                prop:checked=move || chosen.with(|chosen| *chosen == is)
                on:change=move |_| chosen.set(set.clone())
            />
            <span class="choice-text"><b>{label}</b>{hint}</span>
        </label>
    }
}
