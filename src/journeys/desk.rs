//! The desk: where staff receive people, record intakes and hand out cards. Never loaded for citizens.

mod entry;
pub mod helping;
mod issuance;
mod lists;
mod ministry;
mod parts;
mod person;
mod register;
mod running;
mod shell;
mod teams;
mod today;
mod words;

use crate::browser::timer;
use crate::routes::{DeskPage, Draw, Route};
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::AnyView, task::spawn_local};

/// What is needed next is fetched when what is needed now stands there.
const AFTERWARDS_MS: u32 = 500;

/// Loads the code of the first pages of the desk, and what loads the others.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(desk_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(route: &Route) -> AnyView {
    if let Some(later) = parts::draw(route) {
        return later;
    }
    match route {
        Route::Desk(DeskPage::Ministry) => ministry::draw(),
        _ => today::day::draw(),
    }
}

/// Loads the code of the page on which one signs in. It comes first, and is left for good a moment later.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(desk_sign_in, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_sign_in() -> Result<Draw, SplitLoaderError> {
    Ok(draw_sign_in)
}

fn draw_sign_in(_: &Route) -> AnyView {
    // While the name is typed, the day comes.
    spawn_local(async {
        timer::sleep(AFTERWARDS_MS).await;
        let _ = load().await;
    });
    entry::sign_in::draw()
}

/// Loads the code of the audit's page, which only auditors open.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(desk_audit, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_audit() -> Result<Draw, SplitLoaderError> {
    Ok(draw_audit)
}

fn draw_audit(_: &Route) -> AnyView {
    register::audit::draw()
}

/// Loads the code of the pages about files to and from the ministry, and about cards nobody has come for.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(desk_batches, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_batches() -> Result<Draw, SplitLoaderError> {
    Ok(draw_batches)
}

fn draw_batches(route: &Route) -> AnyView {
    match route {
        Route::Desk(DeskPage::Batch(id)) => issuance::batch::draw(id.clone()),
        Route::Desk(DeskPage::Uncollected) => issuance::uncollected::draw(),
        _ => issuance::batches::draw(),
    }
}

/// Loads the code of the pages on which managers change their office, and administrators the country's holidays.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(desk_office, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_office() -> Result<Draw, SplitLoaderError> {
    Ok(draw_office)
}

fn draw_office(route: &Route) -> AnyView {
    match route {
        Route::Desk(DeskPage::Holidays) => running::holidays::draw(),
        _ => running::office_admin::draw(),
    }
}

/// Loads the code of the figures, which managers, auditors and administrators open.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(desk_figures, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_figures() -> Result<Draw, SplitLoaderError> {
    Ok(draw_figures)
}

fn draw_figures(_: &Route) -> AnyView {
    register::figures::draw()
}

/// Loads the code of the page on which administrators say who may sign in.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(desk_staff, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_staff() -> Result<Draw, SplitLoaderError> {
    Ok(draw_staff)
}

fn draw_staff(_: &Route) -> AnyView {
    running::staff::draw()
}

/// Loads the code of the page on which announcements are written.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(desk_announcements, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_announcements() -> Result<Draw, SplitLoaderError> {
    Ok(draw_announcements)
}

fn draw_announcements(_: &Route) -> AnyView {
    running::announcements::draw()
}

/// Loads the code of the page on which managers bring lists of social assistance.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(desk_aid, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_aid() -> Result<Draw, SplitLoaderError> {
    Ok(draw_aid)
}

fn draw_aid(_: &Route) -> AnyView {
    register::aid::draw()
}

/// Loads the code of the pages about stays, and about the places that declare them.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(desk_stays, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_stays() -> Result<Draw, SplitLoaderError> {
    Ok(draw_stays)
}

fn draw_stays(route: &Route) -> AnyView {
    match route {
        Route::Desk(DeskPage::Venues) => register::venues::draw(),
        _ => register::stays::draw(),
    }
}
