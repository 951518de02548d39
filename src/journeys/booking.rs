//! Booking: what do I need, where, when, who, prove the phone, check. One question a page, each with its own address;
//! whoever comes to a step too early is led to the first one that is missing.

mod called;
mod check;
mod draft;
mod exempt;
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
mod wished;

use crate::routes::{BookingStep, Draw, HouseholdStep, Route};
use known::Known;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Whether anything has been answered in this tab. Without that every later step leads to the questions, and its code
/// need not be loaded to find out.
pub fn begun() -> bool {
    draft::exists("booking-person")
}

/// Whether a family has been begun in this tab.
pub fn family_begun() -> bool {
    draft::exists("booking-members")
}

/// Leads to the questions, or to a family's list.
pub fn draw_beginning(route: &Route) -> AnyView {
    flow::lead_to(match route {
        Route::Household(_) => Route::Household(HouseholdStep::List),
        _ => Route::Needs,
    })
}

/// Loads the code of the question in the address: of those answered by choosing, or of those with dates too.
///
/// # Errors
/// Where it did not arrive.
pub async fn load_question() -> Result<Draw, SplitLoaderError> {
    if needs::asks_for_choice() {
        load_choice().await
    } else {
        load_fields().await
    }
}

#[wasm_split(booking_question, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_choice() -> Result<Draw, SplitLoaderError> {
    Ok(|route| any_time(route, needs::question_of_choice))
}

#[wasm_split(booking_fields, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_fields() -> Result<Draw, SplitLoaderError> {
    Ok(|route| any_time(route, needs::question))
}

/// Loads the code of what the answers lead to.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(booking_result, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_result() -> Result<Draw, SplitLoaderError> {
    Ok(|route| any_time(route, needs::result))
}

/// Loads the code of the finder.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(booking_place, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_place() -> Result<Draw, SplitLoaderError> {
    Ok(|route| in_turn(route, BookingStep::Place, place::page))
}

/// Loads the code of days and times.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(booking_time, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_time() -> Result<Draw, SplitLoaderError> {
    Ok(|route| in_turn(route, BookingStep::Time, time::page))
}

/// Loads the code of a person's details.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(booking_person, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_person() -> Result<Draw, SplitLoaderError> {
    Ok(|route| in_turn(route, BookingStep::Person, person::page))
}

/// Loads the code that proves the phone.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(booking_phone, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_phone() -> Result<Draw, SplitLoaderError> {
    Ok(|route| in_turn(route, BookingStep::Phone, phone::page))
}

/// Loads the code of the last page before the booking.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(booking_check, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_check() -> Result<Draw, SplitLoaderError> {
    Ok(|route| in_turn(route, BookingStep::Check, check::page))
}

/// Loads the code of the list of who comes.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(household_list, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_family_list() -> Result<Draw, SplitLoaderError> {
    Ok(|route| household::in_turn(route, household::list))
}

/// Loads the code of a family's windows of time.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(household_time, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_family_time() -> Result<Draw, SplitLoaderError> {
    Ok(|route| household::in_turn(route, household::time))
}

/// Loads the code that asks for a family's phone.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(household_contact, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_family_contact() -> Result<Draw, SplitLoaderError> {
    Ok(|route| household::in_turn(route, household::contact))
}

/// Loads the code of a family's last page before the booking.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(household_check, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_family_check() -> Result<Draw, SplitLoaderError> {
    Ok(|route| household::in_turn(route, household::check))
}

/// Loads the code of a family's receipts.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(household_booked, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_family_booked() -> Result<Draw, SplitLoaderError> {
    Ok(|route| household::in_turn(route, household::booked))
}

/// Loads the code that moves all visits of a family.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(household_moving, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_family_moving() -> Result<Draw, SplitLoaderError> {
    Ok(|route| household::in_turn(route, household::moving))
}

/// Loads the code that calls all of them off.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(household_cancel, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_family_cancel() -> Result<Draw, SplitLoaderError> {
    Ok(|route| household::in_turn(route, household::cancel))
}

fn any_time(route: &Route, page: fn(&Known) -> AnyView) -> AnyView {
    way::enter(route);
    known::with(move |known| match flow::of_nobody() {
        // Needs are answered at any time, but of nobody who is not there.
        Some(list) => flow::lead_to(list),
        None => page(&known),
    })
}

fn in_turn(route: &Route, step: BookingStep, page: fn(&Known) -> AnyView) -> AnyView {
    way::enter(route);
    known::with(move |known| match flow::too_early(step, &known) {
        Some(earlier) => flow::lead_to(earlier),
        None => page(&known),
    })
}
