//! A field of a row: label, control, and what is wrong with it. Rows come and go, so their ids are made as they come.

use crate::components::{Errors, Icon, icon};
use crate::i18n::{keys, t};
use leptos::prelude::*;

/// What can be typed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `HH:MM`.
    Time,
    /// A day.
    Date,
    /// A small number.
    Number,
}

impl Kind {
    const fn control(
        self,
    ) -> (
        &'static str,
        &'static str,
        Option<&'static str>,
        Option<&'static str>,
    ) {
        match self {
            Self::Time => ("time", "input", None, Some("600")),
            Self::Date => ("date", "input", None, None),
            Self::Number => ("text", "input w-4", Some("numeric"), None),
        }
    }
}

/// One field.
pub(super) fn field(
    id: String,
    label: &'static str,
    kind: Kind,
    value: RwSignal<String>,
    errors: Errors,
) -> AnyView {
    let (type_, class, inputmode, step) = kind.control();
    let error_id = format!("{id}-error");
    let (wrong, described, invalid) = (id.clone(), id.clone(), id.clone());
    view! {
        <div class="field office-field">
            <label class="label" for=id.clone()>{label}</label>
            {error(wrong, errors)}
            <input
                class=class
                id=id.clone()
                name=id
                type=type_
                inputmode=inputmode
                step=step
                autocomplete="off"
                aria-describedby=move || errors.has(&described).then(|| error_id.clone())
                aria-invalid=move || errors.has(&invalid).then_some("true")
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
    .into_any()
}

/// What is wrong with a field or a group.
pub(super) fn error(id: String, errors: Errors) -> impl IntoView {
    move || {
        errors.of(&id).map(|text| {
            view! {
                <p class="error-text" id=format!("{id}-error")>
                    {icon(Icon::Warning)}
                    <span><span class="visually-hidden">{t(keys::common::ERROR_WORD)}" "</span>{text}</span>
                </p>
            }
        })
    }
}
