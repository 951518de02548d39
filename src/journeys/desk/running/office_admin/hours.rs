//! Stretches of a day.

use super::input::{Kind, field};
use super::rows::Span;
use crate::components::{Errors, TextButton};
use crate::i18n::{keys::office as k, t};
use leptos::prelude::*;

/// The stretches of one day, with a way to add and to take away. `empty` is what is true where there is none.
pub(super) fn spans(
    about: &'static str,
    empty: &'static str,
    spans: RwSignal<Vec<Span>>,
    errors: Errors,
) -> AnyView {
    let none = move || {
        spans
            .with(Vec::is_empty)
            .then(|| view! { <p class="muted">{empty}</p> })
    };
    let add = move |()| spans.update(|all| all.push(Span::empty()));
    let one = move |span: Span| {
        let id = span.id.clone();
        let remove = move |()| spans.update(|all| all.retain(|one| one.id != id));
        view! {
            <div class="office-row">
                {times(&span, errors)}
                <TextButton label=t(k::REMOVE) about=t(k::SPAN) on_press=remove />
            </div>
        }
    };
    view! {
        {none}
        <For each=move || spans.get() key=|span| span.id.clone() let:span>{one(span)}</For>
        <p><TextButton label=t(k::ADD_SPAN) about=about on_press=add /></p>
    }
    .into_any()
}

/// From and to.
pub(super) fn times(span: &Span, errors: Errors) -> AnyView {
    view! {
        {field(format!("{}-from", span.id), t(k::FROM), Kind::Time, span.from, errors)}
        {field(format!("{}-to", span.id), t(k::TO), Kind::Time, span.to, errors)}
    }
    .into_any()
}
