//! A family books together: who comes and for what, one office, one window of time, everybody's details, the phone
//! once, and then all visits or none.
//!
//! What a member needs, the office, the details and the phone are asked by the pages of who books alone; the list, the
//! windows and the end are the family's own.

mod book;
mod booked;
mod check;
mod contact;
mod draft;
mod flow;
mod held;
mod list;
mod take;
mod time;
mod windows;
mod words;

pub(super) use draft::Household;
pub(super) use flow::onward;
pub(super) use held::{bar as held_bar, is_over};
pub(super) use words::person_title;

use super::known::{self, Known};
use super::{draft::open, flow as alone, needs, person, phone, place, way};
use crate::routes::{HouseholdStep, Route};
use leptos::prelude::*;

/// Draws any page of a family's booking.
pub(super) fn draw(route: &Route) -> AnyView {
    way::enter(route);
    let step = match route {
        Route::Household(step) => *step,
        _ => HouseholdStep::List,
    };
    known::with(move |known| {
        if let Some(other) = flow::instead(step, &open().now(), &known) {
            return alone::lead_to(other);
        }
        match step {
            HouseholdStep::List => list::page(&known),
            HouseholdStep::Needs(_) => needs::question(&known),
            HouseholdStep::Result(_) => needs::result(&known),
            HouseholdStep::Place => place::page(&known),
            HouseholdStep::Time => time::page(&known),
            HouseholdStep::Person(_) => person::page(&known),
            HouseholdStep::Contact => contact::page(&known),
            HouseholdStep::Phone => phone::page(&known),
            HouseholdStep::Check => check::page(&known),
            HouseholdStep::Booked => booked::page(),
        }
    })
}

/// The way in: who has answered for themselves brings the others.
pub(super) fn begin() {
    open().update(super::draft::Booking::bring_family);
    Route::Household(HouseholdStep::List).go();
}
