//! Cards on the way to, or at, the officer's office.

mod row;
mod state;

use super::hand_over::{HandOver, Handed};
use crate::api;
use crate::components::{Button, ButtonKind, Dialog, Empty, Heading, Notice, NoticeKind, Skeleton};
use crate::i18n::{Key, keys, keys::desk as k, t};
use crate::journeys::desk::lists::news;
use crate::journeys::desk::shell::{frame, role};
use crate::journeys::desk::today::find::Find;
use crate::routes::{DeskPage, Route};
use eid_domain::wire::desk::StaffView;
use leptos::prelude::*;
use state::{Cards, Place};

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::Cards, page)
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    let cards = Cards::open();
    news::follow(api::desk::CARDS_EVENTS, move || cards.look());
    let counter = role::works_at_counter(staff.role);
    let said = move || {
        cards
            .said()
            .map(|(kind, words)| view! { <Notice kind=kind title=words announced=true /> })
    };
    view! {
        <div class="desk-head"><Heading text=t(k::CARDS_TITLE) /><Find /></div>
        {said}
        {filters(cards)}
        {counter.then(|| view! { <p><a href=Route::Desk(DeskPage::Uncollected).href()>{t(k::CARDS_UNCOLLECTED)}</a></p> })}
        {list(cards, counter)}
        <div class="desk-foot"><p class="muted">{t(k::DAY_REFRESHES)}</p></div>
        {giving(cards)}
    }
    .into_any()
}

fn filters(cards: Cards) -> impl IntoView {
    let one = move |(place, words): (Place, Key)| {
        let pressed = move || {
            if cards.place.get() == place {
                "true"
            } else {
                "false"
            }
        };
        view! {
            <button class="desk-filter" type="button" aria-pressed=pressed on:click=move |_| cards.place.set(place)>
                <b>{move || cards.count(place)}</b>
                " "
                <span>{t(words)}</span>
            </button>
        }
    };
    let all = [
        (Place::All, k::GROUP_ALL),
        (Place::OnTheWay, k::PLACE_ON_THE_WAY),
        (Place::AtOffice, k::PLACE_AT_OFFICE),
        (Place::Post, k::PLACE_POST),
        (Place::Late, k::PLACE_LATE),
    ];
    view! { <div class="desk-filters" role="group" aria-label=t(k::FILTER_LABEL)>{all.map(one).collect_view()}</div> }
}

fn list(cards: Cards, counter: bool) -> impl IntoView {
    let there = Memo::new(move |_| cards.is_there());
    let none = Memo::new(move |_| cards.rows().is_empty());
    let failed = move || {
        cards.failed().map(|words| view! {
            <Notice kind=NoticeKind::Danger title=words announced=true>
                <p><Button label=t(keys::common::TRY_AGAIN) kind=ButtonKind::Second on_press=move |()| cards.load() /></p>
            </Notice>
        })
    };
    view! {
        {failed}
        {move || match (there.get(), none.get()) {
            (false, _) if cards.failed().is_some() => ().into_any(),
            (false, _) => view! { <Skeleton /> }.into_any(),
            (true, true) => view! { <Empty title=t(k::CARDS_EMPTY) /> }.into_any(),
            (true, false) => table(cards, counter).into_any(),
        }}
    }
}

fn table(cards: Cards, counter: bool) -> impl IntoView {
    let heads = [
        k::COL_CODE,
        k::COL_PERSON,
        k::COL_STATE,
        k::COL_SINCE,
        k::COL_DUE,
        k::COL_NEXT,
    ];
    let head = |key: Key| view! { <th scope="col" role="columnheader">{t(key)}</th> };
    view! {
        <table class="table desk-table" role="table" aria-label=t(k::CARDS_TABLE)>
            <thead role="rowgroup"><tr role="row">{heads.map(head).collect_view()}</tr></thead>
            <tbody role="rowgroup">
                <For each=move || cards.rows() key=|row| row.reference.clone() let:row>
                    {row::draw(cards, row, counter)}
                </For>
            </tbody>
        </table>
    }
}

/// The dialog in which a card is handed over.
fn giving(cards: Cards) -> impl IntoView {
    let open = cards.giving_open;
    let end = Callback::new(move |handed: Handed| {
        open.set(false);
        cards.handed(&handed);
    });
    view! {
        <Dialog open=open title=t(k::HAND_OVER_TITLE)>
            {move || cards.giving.get().map(|row| view! {
                <p><strong><bdi>{row.name_masked}</bdi></strong>" "<span class="mono">{row.dossier_code}</span></p>
                <HandOver reference=row.reference on_end=end />
            })}
            <p><Button label=t(keys::common::CANCEL) kind=ButtonKind::Second on_press=move |()| open.set(false) /></p>
        </Dialog>
    }
}
