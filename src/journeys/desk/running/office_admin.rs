//! `/desk/van-phong`: the manager changes when the office works. What a change makes and breaks is seen before it is made,
//! and it can be taken back. A part of the client of its own.

mod days;
mod edit;
pub(in crate::journeys::desk) mod history;
mod hours;
mod input;
mod own_days;
mod rota;
mod rows;
pub(in crate::journeys::desk) mod seen;
mod shares;
mod state;
mod typed;
mod words;

use crate::api;
use crate::components::{Errors, Fetched, Heading, Select};
use crate::i18n::{Lang, keys::office as k, lang, t};
use crate::journeys::desk::shell::{frame, role};
use crate::routes::{DeskPage, Route};
use eid_domain::office::Office;
use eid_domain::wire::desk::{Role, StaffView};
use eid_domain::wire::office_admin::OfficeAdmin;
use leptos::prelude::*;
use state::Plan;

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::Office, page)
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    if !role::manages(staff.role) {
        return view! { <Heading text=t(k::TITLE) /><p>{t(k::NOT_YOURS)}</p> }.into_any();
    }
    // Of which office; empty for the own one.
    let office = RwSignal::new(String::new());
    let picker = matches!(staff.role, Role::Administrator).then(|| picker(office, staff.office_id.clone()));
    let ways = role::closes(staff.role).then(ways);
    view! {
        <div class="desk-head"><Heading text=t(k::TITLE) /></div>
        <p class="lead">{t(k::LEAD)}</p>
        {ways}
        {picker}
        {move || of(office.get())}
    }
    .into_any()
}

/// What is near: whole days are closed there, teams planned there.
fn ways() -> AnyView {
    let way = |page: DeskPage, words| {
        let href = Route::Desk(page).href();
        view! { <li><a href=href>{t(words)}</a></li> }
    };
    view! {
        <nav aria-label=t(k::WAYS)><ul class="office-ways">
            {way(DeskPage::Closures, k::WAY_CLOSURES)}
            {way(DeskPage::Stops, k::WAY_STOPS)}
            {way(DeskPage::HomeVisits, k::WAY_HOME_VISITS)}
        </ul></nav>
    }
    .into_any()
}

/// For administrators: any office.
fn picker(office: RwSignal<String>, own: String) -> AnyView {
    let errors = Errors::new();
    let chosen = RwSignal::new(own);
    Effect::new(move |former: Option<()>| {
        let chosen = chosen.get();
        if former.is_some() {
            office.set(chosen);
        }
    });
    let show = move |mut all: Vec<Office>| {
        let name = |office: &Office| match lang() {
            Lang::Vi => office.name.vi.clone(),
            Lang::En => office.name.en.clone(),
        };
        // Teams' stops have one day and are planned elsewhere.
        all.retain(|office| office.only_day().is_none());
        let options = all
            .iter()
            .map(|office| (office.id.as_str().to_owned(), name(office)))
            .collect::<Vec<_>>();
        view! { <Select id="office" label=t(k::WHICH) options=options value=chosen errors=errors /> }
            .into_any()
    };
    view! {
        <Fetched
            fetch=|| Box::pin(async { api::offices::list().await.map_err(|error| error.words()) })
            show=show
        />
    }
    .into_any()
}

fn of(office: String) -> AnyView {
    let asked = office.clone();
    view! {
        <Fetched
            fetch=move || {
                let asked = asked.clone();
                Box::pin(async move {
                    crate::journeys::desk::shell::session::call(api::office_admin::read(&asked)).await.map_err(|error| error.words())
                })
            }
            show=move |record: OfficeAdmin| plan(Plan::open(office.clone(), record))
        />
    }
    .into_any()
}

fn plan(plan: Plan) -> AnyView {
    view! {
        {edit::view(plan)}
        {history::view(plan)}
    }
    .into_any()
}
