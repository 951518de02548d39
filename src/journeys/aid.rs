//! `/tai-khoan/tro-cap`: on which lists of social assistance one is, and the account that money goes to.

mod entitlements;
mod link;
mod page;
mod payout;
mod remove;

use crate::routes::{Draw, Route};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(aid_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(_: &Route) -> AnyView {
    page::page()
}
