//! `/kiem-tra-phieu#{token}`: is a slip genuine? Judged on the device, also without a network; what is behind `#` is never
//! sent but to ask whether the visit still stands.

mod ask;
mod page;
mod result;

use crate::routes::{Draw, Route};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(slip_check_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(_: &Route) -> AnyView {
    page::page()
}
