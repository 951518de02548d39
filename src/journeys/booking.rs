//! Booking: what do I need, where, when, who, prove the phone, check. One question a page, each with its own address;
//! whoever comes to a step too early is led to the first one that is missing.

mod check;
mod draft;
mod flow;
mod held;
mod held_bar;
mod household;
mod known;
mod needs;
mod person;
mod phone;
mod place;
mod shell;
mod time;
mod way;

use crate::routes::{BookingStep, Draw, Route};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the code of the questions and of their result.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(booking_needs, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_needs() -> Result<Draw, SplitLoaderError> {
    Ok(draw_needs)
}

/// Loads the code of the other steps.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(booking_steps, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_steps() -> Result<Draw, SplitLoaderError> {
    Ok(draw_steps)
}

/// Loads the code of a family's booking.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(booking_household, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_household() -> Result<Draw, SplitLoaderError> {
    Ok(household::draw)
}

fn draw_needs(route: &Route) -> AnyView {
    way::enter(route);
    let result = matches!(route, Route::Booking(_));
    known::with(move |known| {
        if result {
            needs::result(&known)
        } else {
            needs::question(&known)
        }
    })
}

fn draw_steps(route: &Route) -> AnyView {
    way::enter(route);
    let step = match route {
        Route::Booking(step) => *step,
        _ => BookingStep::Place,
    };
    known::with(move |known| {
        let draft = draft::open();
        if let Some(earlier) = flow::too_early(step, &draft.now(), &known) {
            return flow::lead_to(earlier);
        }
        match step {
            BookingStep::Needs | BookingStep::Place => place::page(&known),
            BookingStep::Time => time::page(&known),
            BookingStep::Person => person::page(&known),
            BookingStep::Phone => phone::page(&known),
            BookingStep::Check => check::page(&known),
        }
    })
}
