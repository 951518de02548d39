//! `/tai-khoan/giay-to`: the wallet. Papers of other agencies, each asked for by its owner; shown here, and given to nobody.
//! One of them is `?loai=`.

mod list;
mod page;
mod paper;
mod said;
mod words;

use crate::routes::{Draw, Route};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(wallet_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(_: &Route) -> AnyView {
    page::page()
}
