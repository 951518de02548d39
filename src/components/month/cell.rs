//! A day in the grid. What it can be is told by its border and its sign, and in words to who hears it; colour only helps.

use super::{DayState, MonthDay};
use crate::browser::intl;
use crate::i18n::{Key, keys::month as k, t, tf, tn};
use jiff::civil::Date;
use leptos::prelude::*;

/// The id of a day's cell.
pub(super) fn id(date: Date) -> String {
    format!("day-{date}")
}

/// "Thứ Ba, 24 tháng 11, còn 12 khung giờ".
pub(super) fn label(day: &MonthDay) -> String {
    let state = match day.state {
        DayState::Free(count) => tn(k::FREE, count),
        DayState::Full => t(k::FULL).to_owned(),
        DayState::Closed => t(k::CLOSED).to_owned(),
        DayState::NotYet => t(k::NOT_YET).to_owned(),
        DayState::Gone => t(k::GONE).to_owned(),
    };
    let state = if day.note.is_empty() {
        state
    } else {
        tf(k::NOTED, &[("state", &state), ("note", &day.note)])
    };
    tf(k::LABEL, &[("day", &intl::day_date(day.date)), ("state", &state)])
}

const fn class(state: DayState) -> &'static str {
    match state {
        DayState::Free(_) => "month-day is-free",
        DayState::Full => "month-day is-full",
        DayState::Closed => "month-day is-closed",
        DayState::NotYet => "month-day is-not-yet",
        DayState::Gone => "month-day is-gone",
    }
}

fn sign(state: DayState) -> String {
    match state {
        DayState::Free(count) => count.to_string(),
        DayState::Full => "✕".into(),
        DayState::Closed => "–".into(),
        DayState::NotYet => "○".into(),
        DayState::Gone => String::new(),
    }
}

/// The cell.
pub(super) fn view(
    day: &MonthDay,
    at: RwSignal<Date>,
    chosen: Signal<Option<Date>>,
    choose: impl Fn(Date) + Send + Sync + 'static,
) -> AnyView {
    let (date, free) = (day.date, matches!(day.state, DayState::Free(_)));
    let selected = move || {
        let is = chosen.get() == Some(date);
        (free || is).then_some(if is { "true" } else { "false" })
    };
    view! {
        <td
            role="gridcell"
            id=id(date)
            class=class(day.state)
            data-value=date.to_string()
            tabindex=move || if at.get() == date { "0" } else { "-1" }
            aria-label=label(day)
            aria-selected=selected
            aria-disabled=(!free).then_some("true")
            on:focus=move |_| {
                // A reader that brings the focus here by itself goes on from here.
                if at.get_untracked() != date {
                    at.set(date);
                }
            }
            on:click=move |_| choose(date)
        >
            <b aria-hidden="true">{date.day()}</b>
            <small aria-hidden="true">{sign(day.state)}</small>
        </td>
    }
    .into_any()
}

/// What the signs mean.
pub(super) fn key() -> AnyView {
    let row = |class: &'static str, sign: &'static str, words: Key| {
        view! { <li><span class=class aria-hidden="true"><small>{sign}</small></span>" "{t(words)}</li> }
    };
    view! {
        <ul class="month-key" aria-label=t(k::KEY)>
            {row("month-day is-free", "9", k::KEY_FREE)}
            {row("month-day is-full", "✕", k::KEY_FULL)}
            {row("month-day is-closed", "–", k::KEY_CLOSED)}
            {row("month-day is-not-yet", "○", k::KEY_NOT_YET)}
        </ul>
    }
    .into_any()
}
