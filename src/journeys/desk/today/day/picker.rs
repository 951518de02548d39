//! Which day.

use super::state::Day;
use crate::browser::intl;
use crate::components::{Icon, icon};
use crate::i18n::{keys::desk as k, t};
use eid_domain::when::When;
use jiff::civil::Date;
use leptos::ev::Event;
use leptos::prelude::*;

/// The day before, the day, the day after, today.
#[component]
pub(super) fn Picker(
    /// The page's state.
    day: Day,
) -> impl IntoView {
    let words = move || day.date().map(intl::long_date);
    let distance = move || {
        let (today, date) = (day.today()?, day.date()?);
        Some(intl::relative_days(today, date))
    };
    let value = move || day.date().map(|date| date.to_string()).unwrap_or_default();
    let chosen = move |event: Event| {
        if let Some(date) = Date::of(&event_target_value(&event)) {
            day.go(Some(date));
        }
    };
    view! {
        <div class="desk-picker" role="group" aria-label=t(k::PICKER_LABEL)>
            <button class="button button-second button-small" type="button" aria-label=t(k::DAY_PREVIOUS) on:click=move |_| day.turn(-1)>
                {icon(Icon::Left)}
            </button>
            <input class="input" type="date" id="date" aria-label=t(k::DAY_DATE) prop:value=value on:change=chosen />
            <button class="button button-second button-small" type="button" aria-label=t(k::DAY_NEXT) on:click=move |_| day.turn(1)>
                {icon(Icon::Right)}
            </button>
            <button class="button button-second button-small" type="button" on:click=move |_| day.go(None)>{t(k::DAY_TODAY)}</button>
            <p class="desk-date" aria-live="polite"><strong>{words}</strong>" "<span class="muted">{distance}</span></p>
        </div>
    }
}
