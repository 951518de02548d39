//! The list of the day: a table on wide screens, cards on narrow ones.

use super::{
    row,
    state::{Day, Group},
};
use crate::components::{Button, ButtonKind, Empty, Notice, NoticeKind, Skeleton};
use crate::i18n::{Key, keys, keys::desk as k, t};
use leptos::prelude::*;

/// Waiting, failed, empty, or the rows.
#[component]
pub(super) fn Table(
    /// The page's state.
    day: Day,
    /// Whether the steps at the counter are offered.
    counter: bool,
) -> impl IntoView {
    let there = Memo::new(move |_| day.is_there());
    let none = Memo::new(move |_| day.rows().is_empty());
    let failed = move || day.failed().map(|words| sorry(day, words));
    view! {
        {failed}
        {move || match (there.get(), none.get()) {
            (false, _) if day.failed().is_some() => ().into_any(),
            (false, _) => view! { <Skeleton /> }.into_any(),
            (true, true) => nobody(day).into_any(),
            (true, false) => rows(day, counter).into_any(),
        }}
    }
}

fn sorry(day: Day, words: String) -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Danger title=words announced=true>
            <p><Button label=t(keys::common::TRY_AGAIN) kind=ButtonKind::Second on_press=move |()| day.load() /></p>
        </Notice>
    }
}

fn nobody(day: Day) -> impl IntoView {
    let words = move || {
        t(if day.group.get() == Group::All {
            k::DAY_EMPTY
        } else {
            k::DAY_EMPTY_GROUP
        })
    };
    view! { {move || view! { <Empty title=words() /> }} }
}

fn rows(day: Day, counter: bool) -> impl IntoView {
    let heads = [
        k::COL_TIME,
        k::COL_PERSON,
        k::COL_AGE,
        k::COL_SERVICE,
        k::COL_REASON,
        k::COL_STATE,
        k::COL_ARRIVED,
        k::COL_NEXT,
    ];
    let head = |key: Key| view! { <th scope="col" role="columnheader">{t(key)}</th> };
    view! {
        <table class="table desk-table" role="table" aria-label=t(k::DAY_TABLE)>
            <thead role="rowgroup"><tr role="row">{heads.map(head).collect_view()}</tr></thead>
            <tbody role="rowgroup">
                <For each=move || day.rows() key=|row| (row.reference.clone(), row.time) let:row>
                    {row::draw(day, row, counter)}
                </For>
            </tbody>
        </table>
    }
}
