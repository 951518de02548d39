//! The windows of a day that hold the whole family.

use super::super::time::{choose::Below, section};
use super::take::Window;
use super::words;
use crate::api;
use crate::browser::intl;
use crate::components::Empty;
use crate::i18n::{keys::household as k, t, tf};
use eid_domain::wire::household::{HouseholdDay, HouseholdWindow};
use jiff::civil::{Date, Time};
use leptos::prelude::*;

/// Heading and windows of a day.
pub(super) fn section(window: &Window, day: Date, below: Below) -> AnyView {
    let title = tf(k::WINDOWS_TITLE, &[("day", &intl::weekday_date(day))]);
    let count = window.family.members().len();
    let window = window.clone();
    let fetch = move || {
        let window = window.clone();
        async move { api::households::day(&window.office, day, &window.family).await }
    };
    section::view(title, below, fetch, move |found| {
        draw(&found, count, below.on_choose)
    })
}

pub(super) fn draw(found: &HouseholdDay, count: usize, on_choose: Callback<Time>) -> AnyView {
    if found.windows.is_empty() {
        return view! { <Empty title=t(k::NO_WINDOWS)><p>{t(k::NO_WINDOWS_TEXT)}</p></Empty> }.into_any();
    }
    let list = found
        .windows
        .iter()
        .map(|window| one(window, count, on_choose))
        .collect_view();
    view! { <ul class="slots windows">{list}</ul> }.into_any()
}

fn one(window: &HouseholdWindow, count: usize, on_choose: Callback<Time>) -> AnyView {
    let start = window.start;
    let people = tf(k::WINDOW_PEOPLE, &[("count", &count.to_string())]);
    view! {
        <li>
            <button class="slot" type="button" data-value=start.to_string() on:click=move |_| on_choose.run(start)>
                {words::window(start, window.end)}
                " "
                <small>{people}</small>
            </button>
        </li>
    }
    .into_any()
}
