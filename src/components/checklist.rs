//! Rules that turn green while one types.

use super::{Icon, icon};
use crate::i18n::{keys, t};
use leptos::prelude::*;

/// One rule.
#[derive(Clone)]
pub struct Check {
    /// Its words.
    pub label: String,
    /// Whether a text keeps it.
    pub met: fn(&str) -> bool,
}

/// The rules and which of them are met. Not a live region: it is read with the field, not at every key.
#[component]
pub fn Checklist(
    /// The list's id, for the field's `aria-describedby`.
    #[prop(into)]
    id: String,
    /// The rules.
    checks: Vec<Check>,
    /// The text that is judged.
    value: RwSignal<String>,
) -> impl IntoView {
    let lines = checks
        .into_iter()
        .map(|check| {
            let met = Memo::new(move |_| value.with(|value| (check.met)(value)));
            let word = move || {
                t(if met.get() {
                    keys::common::MET
                } else {
                    keys::common::UNMET
                })
            };
            view! {
                <li class:met=move || met.get()>
                    {move || icon(if met.get() { Icon::Done } else { Icon::Later })}
                    <span><span class="visually-hidden">{word}" "</span>{check.label}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="checklist" id=id>{lines}</ul> }
}
