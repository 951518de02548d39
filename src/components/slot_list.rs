//! Start times to choose from.

use crate::i18n::{keys, tn};
use leptos::prelude::*;

/// One start time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotItem {
    /// What is given back when it is chosen: the ISO time.
    pub value: String,
    /// "07:30".
    pub label: String,
    /// Places left.
    pub free: u32,
}

/// Times that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotPart {
    /// "Buổi sáng".
    pub name: String,
    /// In order.
    pub slots: Vec<SlotItem>,
}

/// The times of one day.
#[component]
pub fn SlotList(
    /// Morning, afternoon …; empty parts are left out.
    parts: Vec<SlotPart>,
    /// The time chosen, if any.
    #[prop(into)]
    chosen: Signal<Option<String>>,
    /// What happens when a time is chosen.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    parts
        .into_iter()
        .filter(|part| !part.slots.is_empty())
        .map(|part| {
            let slots = part
                .slots
                .into_iter()
                .map(|slot| one(slot, chosen, on_choose))
                .collect_view();
            view! { <div class="slots-part"><h3>{part.name}</h3><ul class="slots">{slots}</ul></div> }
        })
        .collect_view()
}

fn one(slot: SlotItem, chosen: Signal<Option<String>>, on_choose: Callback<String>) -> impl IntoView {
    let SlotItem { value, label, free } = slot;
    let is = value.clone();
    let pressed = move || {
        if chosen.with(|chosen| chosen.as_ref() == Some(&is)) {
            "true"
        } else {
            "false"
        }
    };
    view! {
        <li>
            <button class="slot" type="button" data-value=value.clone() aria-pressed=pressed on:click=move |_| on_choose.run(value.clone())>
                {label}
                " "
                <small>{tn(keys::common::PLACES, free)}</small>
            </button>
        </li>
    }
}
