//! `/cuu-ho-tai-khoan`: from what went wrong with the account to the shortest lawful way out. One question a page
//! (`?chon=`), so that the browser's back leads to the one before; readable without a network, and on one sheet of paper.

mod answer;
mod keep;
mod page;
mod question;
mod ways;

use crate::routes::{Draw, Route};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(rescue_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(_: &Route) -> AnyView {
    page::page()
}
