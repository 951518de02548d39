//! `/kich-hoat`: from "my account was approved" to "it is mine and it works". The server keeps the steps under a
//! cookie; the address (`?buoc=…`) says which one is seen, so reload and back work and nothing secret is stored here.

mod code;
mod done;
mod flow;
mod form;
mod frame;
mod passcode;
mod password;
mod place;
mod questions;
mod start;
mod stopped;

use crate::routes::{Draw, Route};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use place::Place;

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(activation_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(_: &Route) -> AnyView {
    match Place::of_address() {
        Place::Start => start::view(),
        Place::At(step) => frame::view(step),
    }
}
