//! `/tai-khoan/trinh`: showing one's e-ID. What is ticked, and nothing else, as a code that is good for a minute; and who
//! looked at it.

mod code;
mod page;
mod past;
mod words;

use crate::routes::{Draw, Route};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(showing_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(_: &Route) -> AnyView {
    page::page()
}
