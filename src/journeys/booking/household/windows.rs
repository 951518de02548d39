//! The windows of a day that hold the whole family.

use super::take::Taking;
use super::words;
use crate::api;
use crate::browser::intl;
use crate::components::{Empty, Fetched, TextButton};
use crate::i18n::{keys::booking, keys::household as k, t, tf};
use eid_domain::household::Family;
use eid_domain::wire::household::{HouseholdDay, HouseholdWindow};
use jiff::civil::{Date, Time};
use leptos::prelude::*;

/// The heading's id: the focus goes there when a day is chosen.
pub(super) const ID: &str = "times";

/// Heading and windows of a day.
pub(super) fn section(
    office: String,
    family: Family,
    day: Date,
    taking: Taking,
    on_other_day: Callback<()>,
    on_choose: Callback<Time>,
) -> AnyView {
    let title = tf(k::WINDOWS_TITLE, &[("day", &intl::weekday_date(day))]);
    let count = family.members().len();
    let fetch = move || -> std::pin::Pin<Box<dyn Future<Output = Result<HouseholdDay, String>>>> {
        let (office, family) = (office.clone(), family.clone());
        Box::pin(async move {
            api::households::day(&office, day, &family)
                .await
                .map_err(|error| error.words())
        })
    };
    view! {
        <section class="stack-s times" aria-labelledby=ID aria-busy=move || taking.busy.get().then_some("true")>
            <h2 id=ID tabindex="-1">{title}</h2>
            <TextButton label=t(booking::TIME_OTHER_DAY) on_press=on_other_day />
            <Fetched fetch=fetch show=move |found| draw(&found, count, on_choose) refetch=taking.again />
        </section>
    }
    .into_any()
}

fn draw(found: &HouseholdDay, count: usize, on_choose: Callback<Time>) -> AnyView {
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
