//! Coming from abroad: is there a day on which a visit still lets card and account be finished before the departure?
//!
//! All sums are `eid_domain::trip`'s; the address holds the dates and the offices, nothing about the person.

mod advice;
mod form;
mod found;
mod known;
mod office;
mod opening;
mod query;
mod search;
mod strip;
mod words;

use crate::api;
use crate::components::Fetched;
use crate::routes::{Draw, Route};
use eid_domain::trip::Trip;
use known::Known;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use query::Asked;
use std::pin::Pin;

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(trip_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

type Answer = fn(&Asked, Trip, Known) -> AnyView;

/// Loads the code of the answer, which nobody needs who has not asked yet.
#[wasm_split(trip_found, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_answer() -> Result<Answer, SplitLoaderError> {
    Ok(found::page)
}

fn answer(asked: Asked, trip: Trip, known: Known) -> AnyView {
    let fetch = || -> Pin<Box<dyn Future<Output = Result<Answer, String>>>> {
        Box::pin(async { api::part(load_answer(), &[]).await })
    };
    let show = move |page: Answer| untrack(|| page(&asked, trip, known.clone()));
    view! { <Fetched fetch=fetch show=show /> }.into_any()
}

fn draw(_: &Route) -> AnyView {
    known::with(|known| {
        let Some(asked) = Asked::read() else {
            return form::page(None, Vec::new(), known);
        };
        match Trip::parse(&asked.input(), known.today) {
            Ok(trip) if !asked.editing && !asked.offices.is_empty() => answer(asked, trip, known),
            Ok(_) => form::page(Some(&asked), Vec::new(), known),
            Err(mut faults) => {
                faults.retain(|(field, fault)| !asked.is_left_to_the_form(*field, *fault));
                form::page(Some(&asked), faults, known)
            }
        }
    })
}
