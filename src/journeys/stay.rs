//! Stay notices: `/tai-khoan/luu-tru` for a person; `/noi-kiem-tra` for a lodging or an apartment block with a sign-in of its
//! own, which finds its checks of e-IDs there too.

mod about;
mod correct;
mod due;
mod form;
mod forms;
mod kept;
mod list;
mod own;
mod scan;
mod venue;
mod withdraw;
mod words;

use crate::routes::{Draw, Route};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the code of a person's page.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(stay_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_own() -> Result<Draw, SplitLoaderError> {
    Ok(draw_own)
}

fn draw_own(_: &Route) -> AnyView {
    own::page()
}

/// Loads the code of a place's page.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(venue_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_venue() -> Result<Draw, SplitLoaderError> {
    Ok(draw_venue)
}

fn draw_venue(_: &Route) -> AnyView {
    venue::page()
}
