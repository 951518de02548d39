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
mod tasks;

use crate::routes::{Draw, Route};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use place::Place;

/// Loads the code of the first page, or of the steps, whichever the address asks for.
///
/// # Errors
/// Where it did not arrive.
pub async fn load() -> Result<Draw, SplitLoaderError> {
    match Place::of_address() {
        Place::Start => load_start().await,
        Place::At(_) => load_steps().await,
    }
}

#[wasm_split(activation_start, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_start() -> Result<Draw, SplitLoaderError> {
    Ok(|_: &Route| start::view())
}

#[wasm_split(activation_steps, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_steps() -> Result<Draw, SplitLoaderError> {
    Ok(|_: &Route| match Place::of_address() {
        Place::Start => ().into_any(),
        Place::At(step) => frame::view(step),
    })
}
