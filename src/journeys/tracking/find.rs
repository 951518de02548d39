//! `/tra-cuu`: finding one's dossier again. By reference or dossier code; or (`?cach=so`) by number, with a code to the
//! phone on file (`?cach=ma`). Whoever is not found hears the same as everybody else.

mod by_code;
mod by_person;
mod confirm;
mod draft;
mod fields;

use crate::browser::location;
use crate::routes::{Draw, Route};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(find_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(_: &Route) -> AnyView {
    let way = location::query("cach");
    let waiting = draft::open().now().id.is_some();
    match way.as_deref() {
        Some("so") => by_person::view(),
        Some("ma") if waiting => confirm::view(),
        // A bookmark of a step whose request is gone.
        Some("ma") => by_person::view(),
        _ => by_code::view(),
    }
}

/// The address of a way of finding; without one, by reference.
fn href(way: &str) -> String {
    let path = Route::Track.href();
    if way.is_empty() {
        path
    } else {
        format!("{path}?cach={way}")
    }
}
