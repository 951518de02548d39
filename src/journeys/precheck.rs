//! Do two papers say the same? Compared on the device by `eid_domain::precheck`; this page asks the server nothing.

mod draft;
mod form;
mod found;
mod side;
mod words;

use crate::routes::{Draw, Route};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(precheck_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(_: &Route) -> AnyView {
    form::page()
}
