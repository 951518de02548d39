//! How many people are where; each number shows its rows.

use super::state::{Day, Group};
use crate::i18n::{Key, keys::desk as k, t};
use leptos::prelude::*;

/// The counts of the day, as buttons that filter.
#[component]
pub(super) fn Filters(
    /// The page's state.
    day: Day,
) -> impl IntoView {
    let one = move |group: Group| {
        let pressed = move || if day.group.get() == group { "true" } else { "false" };
        view! {
            <button class="desk-filter" type="button" aria-pressed=pressed on:click=move |_| day.choose(group)>
                <b>{move || day.count(group)}</b>
                " "
                <span>{t(words(group))}</span>
            </button>
        }
    };
    view! { <div class="desk-filters" role="group" aria-label=t(k::FILTER_LABEL)>{Group::ALL.map(one).collect_view()}</div> }
}

const fn words(group: Group) -> Key {
    match group {
        Group::All => k::GROUP_ALL,
        Group::Expected => k::GROUP_EXPECTED,
        Group::Waiting => k::GROUP_WAITING,
        Group::AtCounter => k::GROUP_AT_COUNTER,
        Group::Received => k::GROUP_RECEIVED,
        Group::Off => k::GROUP_OFF,
    }
}
