//! Days to choose from: a list first, because a list reads aloud and fits a narrow screen.

use crate::i18n::{keys, t, tn};
use leptos::prelude::*;

/// A day with this many start times or fewer is shown as nearly full.
const FEW: u32 = 3;

/// One open day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayItem {
    /// What is given back when it is chosen: the ISO date.
    pub value: String,
    /// "Thứ Hai, 23 tháng 11".
    pub label: String,
    /// The heading it stands under: its month.
    pub group: String,
    /// Start times that can still be booked; a day without any cannot be chosen.
    pub free: u32,
}

/// The days, under their months.
#[component]
pub fn DayList(
    /// In order.
    days: Vec<DayItem>,
    /// The day chosen, if any.
    #[prop(into)]
    chosen: Signal<Option<String>>,
    /// What happens when a day is chosen.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let mut groups: Vec<(String, Vec<DayItem>)> = Vec::new();
    for day in days {
        match groups.last_mut() {
            Some((name, items)) if *name == day.group => items.push(day),
            _ => groups.push((day.group.clone(), vec![day])),
        }
    }
    groups
        .into_iter()
        .map(|(name, items)| {
            let items = items
                .into_iter()
                .map(|day| one(day, chosen, on_choose))
                .collect_view();
            view! { <div><h2 class="days-month">{name}</h2><ul class="days">{items}</ul></div> }
        })
        .collect_view()
}

fn one(day: DayItem, chosen: Signal<Option<String>>, on_choose: Callback<String>) -> impl IntoView {
    let DayItem {
        value, label, free, ..
    } = day;
    let is = value.clone();
    let pressed = move || {
        if chosen.with(|chosen| chosen.as_ref() == Some(&is)) {
            "true"
        } else {
            "false"
        }
    };
    let (class, words) = match free {
        0 => ("free", t(keys::common::SLOTS_FULL).to_owned()),
        1..=FEW => ("free few", tn(keys::common::SLOTS_FEW, free)),
        _ => ("free", tn(keys::common::SLOTS_FREE, free)),
    };
    if free == 0 {
        return view! { <li><div class="day full"><b>{label}</b><span class=class>{words}</span></div></li> }
            .into_any();
    }
    view! {
        <li>
            <button class="day" type="button" data-value=value.clone() aria-pressed=pressed on:click=move |_| on_choose.run(value.clone())>
                <b>{label}</b>
                " "
                <span class=class>{words}</span>
            </button>
        </li>
    }
    .into_any()
}
