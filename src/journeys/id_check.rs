//! `/kiem-tra-dinh-danh#{token}`, also `/check`: is what somebody shows genuine, and does it stand? Judged on the device with
//! the published keys, also without a network; online the server is asked too, and the owner sees it.

mod ask;
mod checker;
mod page;
mod result;

use crate::routes::{Draw, Route};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(id_check_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(_: &Route) -> AnyView {
    page::page()
}
