//! Who waits, in the order in which they will be called, and why in that order.

use super::state::Line;
use super::{small, words};
use crate::components::Empty;
use crate::i18n::{Key, keys::line as k, t, tn};
use crate::routes::{DeskPage, Route};
use eid_domain::queue::{Priority, number_text};
use eid_domain::wire::queue::TicketRow;
use leptos::prelude::*;

/// The list.
#[component]
pub(super) fn Waiting(
    /// The line.
    line: Line,
    /// Whether it can be changed here.
    counter: bool,
) -> impl IntoView {
    let count = Memo::new(move |_| line.with(|view| view.waiting.len()));
    let head = move || tn(k::WAITING_COUNT, u32::try_from(count.get()).unwrap_or(u32::MAX));
    view! {
        <h3>{head}</h3>
        {move || if count.get() == 0 && line.is_there() {
            view! { <Empty title=t(k::WAITING_NONE) /> }.into_any()
        } else {
            rows(line, counter).into_any()
        }}
    }
}

fn rows(line: Line, counter: bool) -> impl IntoView {
    let head = |key: Key| view! { <th scope="col" role="columnheader">{t(key)}</th> };
    let acts = counter.then(|| head(k::COL_ACT));
    view! {
        <div class="table-scroll line-scroll" tabindex="0" role="region" aria-label=t(k::WAITING_TABLE)>
            <table class="table desk-table line-table" role="table" aria-label=t(k::WAITING_TABLE)>
                <thead role="rowgroup">
                    <tr role="row">{head(k::COL_NUMBER)}{head(k::COL_WHO)}{head(k::COL_WHY)}{head(k::COL_WAIT)}{acts}</tr>
                </thead>
                <tbody role="rowgroup">
                    <For each=move || line.with(|view| view.waiting.clone()) key=|row| row.id.clone() let:row>
                        {one(line, row, counter)}
                    </For>
                </tbody>
            </table>
        </div>
    }
}

/// What never changes stays as it is when a new picture comes, so the focus stays too.
fn one(line: Line, row: TicketRow, counter: bool) -> impl IntoView {
    let id = row.id.clone();
    let now = Memo::new(move |_| line.with(|view| view.waiting.iter().find(|row| row.id == id).cloned()));
    let name = match &row.reference {
        Some(reference) => {
            let href = Route::Desk(DeskPage::Dossier(reference.clone())).href();
            view! { <a href=href><bdi>{row.name_masked.clone()}</bdi></a> }.into_any()
        }
        None => t(k::WALK_IN).into_any(),
    };
    let acts = counter.then(|| acts(line, &row, now));
    view! {
        <tr class="line-row" role="row">
            <th scope="row" role="rowheader" class="line-row-number" data-label=t(k::COL_NUMBER)>{number_text(row.number)}</th>
            <td role="cell" data-label=t(k::COL_WHO)>
                {name}
                <span class="muted line-row-service">{crate::journeys::desk::words::service_short(row.service)}</span>
            </td>
            <td role="cell" data-label=t(k::COL_WHY)>{move || now.get().map(|row| words::why(&row))}</td>
            <td role="cell" data-label=t(k::COL_WAIT)>{move || now.get().map(|row| words::wait(&row))}</td>
            {acts}
        </tr>
    }
}

fn acts(line: Line, row: &TicketRow, now: Memo<Option<TicketRow>>) -> impl IntoView + use<> {
    let (sent, ranked, number) = (row.id.clone(), row.id.clone(), row.number);
    let send = move || line.ask_transfer(Some((sent.clone(), number)));
    let rank = move || {
        let priority = now.get_untracked().map_or(Priority::None, |row| row.priority);
        line.ranking.set(Some((ranked.clone(), number, priority)));
    };
    view! {
        <td role="cell" class="line-row-acts" data-label=t(k::COL_ACT)>
            {small(t(k::TRANSFER), number, send)}
            {small(t(k::PRIORITY_CHANGE), number, rank)}
        </td>
    }
}
