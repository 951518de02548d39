//! Pages of the desk that its first page does not need: code of their own, fetched when somebody goes there. The lists and the
//! line, with which every day begins, are there a good deal sooner.

use crate::api;
use crate::components::{Drawn, when_loaded};
use crate::journeys::desk::entry::second_factor;
use crate::journeys::desk::issuance::cards;
use crate::journeys::desk::person::{along, counter, dossier, helped, tickets};
use crate::journeys::desk::running::closures;
use crate::journeys::desk::teams::{home_visits, round, stop, stops};
use crate::journeys::desk::today::search;
use crate::routes::{DeskPage, Draw, Route};
use leptos::prelude::AnyView;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::rc::Rc;

/// Draws such a page, once its code is there; `None` for others.
pub(super) fn draw(route: &Route) -> Option<AnyView> {
    let Route::Desk(page) = route else { return None };
    Some(match page {
        DeskPage::Dossier(_) | DeskPage::Helped(_) | DeskPage::Counter(_) => later(route, case),
        DeskPage::Stops | DeskPage::Stop(_) | DeskPage::HomeVisits | DeskPage::Round | DeskPage::Closures => {
            later(route, teams)
        }
        DeskPage::Cards => later(route, of_cards),
        DeskPage::Tickets | DeskPage::Search | DeskPage::LookAlong => later(route, people),
        DeskPage::SecondFactor => later(route, own),
        _ => return None,
    })
}

fn later<F>(route: &Route, code: fn() -> F) -> AnyView
where
    F: Future<Output = Result<Draw, SplitLoaderError>> + 'static,
{
    let route = route.clone();
    when_loaded(move || {
        let route = route.clone();
        Box::pin(async move {
            let draw = api::part(code(), &[]).await?;
            Ok(Rc::new(move || draw(&route)) as Drawn)
        })
    })
}

/// A person's dossier, and making one at the counter.
#[wasm_split(desk_case, wasm_split_path = ::leptos::wasm_split, fallible)]
fn case() -> Result<Draw, SplitLoaderError> {
    Ok(draw_case)
}

fn draw_case(route: &Route) -> AnyView {
    match route {
        Route::Desk(DeskPage::Helped(references)) => helped::draw(references.clone()),
        Route::Desk(DeskPage::Counter(ticket)) => counter::draw(ticket.clone()),
        Route::Desk(DeskPage::Dossier(reference)) => dossier::draw(reference.clone()),
        _ => dossier::draw(String::new()),
    }
}

/// Where teams go to, and when the office is closed: what managers plan.
#[wasm_split(desk_teams, wasm_split_path = ::leptos::wasm_split, fallible)]
fn teams() -> Result<Draw, SplitLoaderError> {
    Ok(draw_teams)
}

fn draw_teams(route: &Route) -> AnyView {
    match route {
        Route::Desk(DeskPage::Stop(id)) => stop::draw(id.clone()),
        Route::Desk(DeskPage::HomeVisits) => home_visits::draw(),
        Route::Desk(DeskPage::Round) => round::draw(),
        Route::Desk(DeskPage::Closures) => closures::draw(),
        _ => stops::draw(),
    }
}

/// Cards on the way and at the office.
#[wasm_split(desk_cards, wasm_split_path = ::leptos::wasm_split, fallible)]
fn of_cards() -> Result<Draw, SplitLoaderError> {
    Ok(draw_cards)
}

fn draw_cards(_: &Route) -> AnyView {
    cards::draw()
}

/// What people ask, and finding them.
#[wasm_split(desk_people, wasm_split_path = ::leptos::wasm_split, fallible)]
fn people() -> Result<Draw, SplitLoaderError> {
    Ok(draw_people)
}

fn draw_people(route: &Route) -> AnyView {
    match route {
        Route::Desk(DeskPage::Search) => search::draw(),
        Route::Desk(DeskPage::LookAlong) => along::draw(),
        _ => tickets::draw(),
    }
}

/// One's own second factor.
#[wasm_split(desk_own, wasm_split_path = ::leptos::wasm_split, fallible)]
fn own() -> Result<Draw, SplitLoaderError> {
    Ok(draw_own)
}

fn draw_own(_: &Route) -> AnyView {
    second_factor::draw()
}
