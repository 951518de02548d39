//! One dossier at the desk: the person behind a reason, the next step, the slip, what has happened.

mod account_phone;
mod act;
mod asked;
mod cc03;
mod checks;
mod facts;
mod history;
mod intake;
mod leaving;
mod lock_account;
mod person;
mod post;
mod representatives;
mod reveal;
mod shortcuts;
mod slip;
mod state;
mod steps;

use crate::api;
use crate::components::{Back, Button, ButtonKind, Heading, LinkButton, Notice, NoticeKind, Skeleton, Tag};
use crate::i18n::{keys::common, keys::desk as k, t, tf};
use crate::journeys::desk::lists::news;
use crate::journeys::desk::shell::{frame, keys};
use crate::journeys::desk::today::find::{self, Find};
use crate::journeys::desk::words;
use crate::routes::{DeskPage, Route};
use eid_domain::queue::number_text;
use eid_domain::wire::desk::StaffView;
use leptos::prelude::*;
use state::{Desk, Failed};

/// The page of a reference.
pub(in crate::journeys::desk) fn draw(reference: String) -> AnyView {
    frame::signed(DeskPage::Dossier(reference), page)
}

fn page(staff: &StaffView, here: &DeskPage) -> AnyView {
    let DeskPage::Dossier(reference) = here else {
        return ().into_any();
    };
    let desk = Desk::open(reference, staff);
    news::follow(&api::desk::dossier_events(reference), move || desk.look());
    keys::own(shortcuts::of(desk));
    let state = desk.state();
    let tag = move || {
        state
            .get()
            .map(|state| view! { <Tag text=words::state(state) kind=words::state_kind(state) /> })
    };
    let ticket = move || {
        let number = number_text(desk.ticket()?);
        Some(view! { <p class="desk-ticket">{tf(k::TICKET, &[("number", &number)])}</p> })
    };
    let slip = find::slip::arrived(reference)
        .map(|(kind, words)| view! { <Notice kind=kind title=words announced=true /> });
    let said = move || {
        desk.said()
            .map(|(kind, words)| view! { <Notice kind=kind title=words announced=true /> })
    };
    let held = Memo::new(move |_| desk.is_held());
    let held = move || {
        held.get()
            .then(|| news::held(k::HELD_DOSSIER, move || desk.show_held()))
    };
    let there = Memo::new(move |_| desk.is_there());
    view! {
        <div class="desk-head no-print"><Back href=Route::Desk(DeskPage::Day).href() /><Find /></div>
        <div class="desk-title no-print">
            <Heading text=tf(k::DOSSIER_TITLE, &[("reference", reference)]) />
            {tag}
            {ticket}
        </div>
        <div class="no-print stack">{slip}{said}{held}</div>
        {move || if there.get() { parts(desk) } else { desk.failed().map_or_else(waiting, move |why| sorry(desk, why)) }}
    }
    .into_any()
}

fn waiting() -> AnyView {
    view! { <Skeleton /> }.into_any()
}

fn sorry(desk: Desk, why: Failed) -> AnyView {
    match why {
        Failed::NoMatch => view! {
            <Notice kind=NoticeKind::Warning title=t(k::NO_MATCH) announced=true>
                <p>{t(k::NO_MATCH_TEXT)}</p>
                <p><LinkButton href=Route::Desk(DeskPage::Day).href() label=t(k::NAV_DAY) kind=ButtonKind::Second /></p>
            </Notice>
        }
        .into_any(),
        Failed::Words(words) => view! {
            <Notice kind=NoticeKind::Danger title=words announced=true>
                <p><Button label=t(common::TRY_AGAIN) kind=ButtonKind::Second on_press=move |()| desk.load() /></p>
            </Notice>
        }
        .into_any(),
    }
}

fn parts(desk: Desk) -> AnyView {
    view! {
        <div class="desk-cols" on:input=move |_| desk.note_typed()>
            <div class="stack"><steps::Steps desk=desk /><slip::Slip desk=desk /><cc03::Notice desk=desk /></div>
            <div class="stack no-print">
                <person::Person desk=desk />
                <facts::Facts desk=desk />
                {post::facts(desk)}
                {representatives::view(desk)}
                {account_phone::view(desk)}
                {lock_account::view(desk)}
                <history::History desk=desk />
            </div>
        </div>
        <reveal::RevealDialog desk=desk />
    }
    .into_any()
}
