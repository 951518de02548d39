//! The day at the officer's office.

mod filter;
mod picker;
mod row;
mod state;
mod table;

use super::{
    find::Find,
    line::{self, Line},
};
use crate::browser::timer;
use crate::components::{ButtonKind, Heading, Notice};
use crate::i18n::{keys::desk as k, t};
use crate::journeys::desk::ministry::Panel;
use crate::journeys::desk::person::helped;
use crate::journeys::desk::shell::{
    frame,
    keys::{self, PageKey},
    role,
};
use crate::routes::DeskPage;
use eid_domain::wire::desk::StaffView;
use leptos::prelude::*;
use state::Day;

/// News of the office come by themselves; what happens elsewhere, such as a booking that is cancelled, shows after this many
/// seconds.
const REFRESH_S: u32 = 60;

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::Day, page)
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    let day = Day::open();
    let line = Line::open(move || day.look());
    timer::every_while_seen(REFRESH_S, move || day.look());
    let help = role::helps(staff.role).then(|| helped::begin(ButtonKind::Second, t(k::HELP)));
    let counter = role::works_at_counter(staff.role);
    let office_id = staff.office_id.clone();
    let own = [
        ("p", k::KEYS_PREVIOUS_DAY, Callback::new(move |()| day.turn(-1))),
        ("n", k::KEYS_NEXT_DAY, Callback::new(move |()| day.turn(1))),
        ("t", k::KEYS_TODAY, Callback::new(move |()| day.go(None))),
    ];
    let mut own = own.map(|(key, words, act)| PageKey { key, words, act }).to_vec();
    if counter {
        own.extend(line::keys(line));
    }
    let said = move || {
        day.said()
            .map(|(kind, words)| view! { <Notice kind=kind title=words announced=true /> })
    };
    keys::own(own);
    view! {
        <div class="desk-head">
            <Heading text=t(k::DAY_TITLE) />
            <Find />
        </div>
        <div class="desk-head"><picker::Picker day=day />{help}</div>
        {said}
        <Show when=move || day.is_today()>
            <line::Panel line=line office_id=office_id.clone() counter=counter />
        </Show>
        <filter::Filters day=day />
        <table::Table day=day counter=counter />
        <div class="desk-foot">
            <p class="muted">{t(k::DAY_REFRESHES)}</p>
        </div>
        <Panel on_clock=move |()| day.ask_today() />
    }
    .into_any()
}
