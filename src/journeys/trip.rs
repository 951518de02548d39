//! Coming from abroad: is there a day on which a visit still lets card and account be finished before the departure?
//!
//! All sums are `eid_domain::trip`'s; the address holds the dates and the offices, nothing about the person.

mod advice;
mod form;
mod found;
mod known;
mod office;
mod query;
mod search;
mod strip;
mod words;

use crate::routes::{Draw, Route};
use eid_domain::trip::Trip;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use query::Asked;

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(trip_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(_: &Route) -> AnyView {
    known::with(|known| {
        let Some(asked) = Asked::read() else {
            return form::page(None, Vec::new(), known);
        };
        match Trip::parse(&asked.input(), known.today) {
            Ok(trip) if !asked.editing && !asked.offices.is_empty() => found::page(&asked, trip, known),
            Ok(_) => form::page(Some(&asked), Vec::new(), known),
            Err(faults) => form::page(Some(&asked), faults, known),
        }
    })
}
