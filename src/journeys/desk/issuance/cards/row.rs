//! One card.

use super::state::Cards;
use crate::browser::intl;
use crate::components::{Tag, TagKind};
use crate::i18n::{Key, keys, keys::desk as k, t};
use crate::journeys::desk::words;
use crate::routes::{DeskPage, Route};
use eid_domain::dossier::State;
use eid_domain::wire::desk::CardRow;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The row; what changes is read anew, so the focus stays where it is.
pub(super) fn draw(cards: Cards, row: CardRow, counter: bool) -> impl IntoView {
    let reference = row.reference.clone();
    let now = Memo::new(move |_| cards.row(&reference));
    let tag = move || {
        now.get().map(|(row, _)| {
            let post = row
                .by_post
                .then(|| view! { " "<Tag text=t(k::PLACE_POST) kind=TagKind::Info /> });
            view! { <Tag text=words::state(row.state) kind=words::state_kind(row.state) />{post} }
        })
    };
    let since = move || now.get().map(|(row, _)| intl::instant(row.since));
    let due = move || {
        now.get().map(|(row, late)| {
            let late = late.then(|| view! { " "<Tag text=t(k::LATE) kind=TagKind::Danger /> });
            view! { {row.due_on.map(intl::short_date)}{late} }
        })
    };
    let next = move || now.get().and_then(|(row, _)| counter.then(|| action(cards, row)));
    let href = Route::Desk(DeskPage::Dossier(row.reference.clone())).href();
    view! {
        <tr class="desk-row" role="row">
            <th scope="row" role="rowheader" data-label=t(k::COL_CODE)>
                <a class="mono" href=href>{row.dossier_code}</a>
                <span class="mono muted desk-ref">{row.reference}</span>
            </th>
            <td role="cell" data-label=t(k::COL_PERSON)><bdi>{row.name_masked}</bdi></td>
            <td role="cell" data-label=t(k::COL_STATE)>{tag}</td>
            <td role="cell" data-label=t(k::COL_SINCE)>{since}</td>
            <td role="cell" data-label=t(k::COL_DUE)>{due}</td>
            <td role="cell" class="desk-next" data-label=t(k::COL_NEXT)>{next}</td>
        </tr>
    }
}

fn action(cards: Cards, row: CardRow) -> Option<AnyView> {
    match row.state {
        State::InTransit | State::ReturnedByPost => Some(arrived(cards, row)),
        State::Notified | State::Unclaimed => {
            let about = row.dossier_code.clone();
            Some(button(
                k::STEP_HAND_OVER,
                about,
                RwSignal::new(false),
                move || cards.give(row.clone()),
            ))
        }
        State::AtOffice if row.by_post => Some(opened(&row)),
        State::WithPost => Some(opened(&row)),
        _ => None,
    }
}

/// The post's part needs an address or a number: it is done on the dossier's own page.
fn opened(row: &CardRow) -> AnyView {
    let href = Route::Desk(DeskPage::Dossier(row.reference.clone())).href();
    let about = row.dossier_code.clone();
    view! { <a href=href>{t(k::STEP_OPEN)}<span class="visually-hidden">" "{about}</span></a> }.into_any()
}

fn arrived(cards: Cards, row: CardRow) -> AnyView {
    let busy = RwSignal::new(false);
    let about = row.dossier_code.clone();
    button(k::STEP_CARD_ARRIVED, about, busy, move || {
        busy.set(true);
        let row = row.clone();
        spawn_local(async move {
            cards.arrived(row).await;
            busy.set(false);
        });
    })
}

fn button(label: Key, about: String, busy: RwSignal<bool>, press: impl Fn() + Send + 'static) -> AnyView {
    let text = move || t(if busy.get() { keys::common::SENDING } else { label });
    let pressed = move |_| {
        if !busy.get_untracked() {
            press();
        }
    };
    view! {
        <button class="button button-small" type="button" aria-disabled=move || busy.get().then_some("true") on:click=pressed>
            {text}
            <span class="visually-hidden">" "{about}</span>
        </button>
    }
    .into_any()
}
