//! A family books together: who comes and for what, one office, one window of time, everybody's details, the phone
//! once, and then all visits or none.
//!
//! What a member needs, the office, the details and the phone are asked by the pages of who books alone; the list, the
//! windows, the phone's page and the end are the family's own.

mod book;
mod booked;
mod cancel;
mod check;
mod contact;
mod draft;
mod flow;
mod list;
mod moving;
mod receipts;
mod take;
mod time;
mod windows;
mod words;

use super::known::{self, Known};
use super::{flow::lead_to, way};
use crate::routes::{HouseholdStep, Route};
use leptos::prelude::*;

pub(super) use booked::page as booked;
pub(super) use cancel::page as cancel;
pub(super) use check::page as check;
pub(super) use contact::page as contact;
pub(super) use list::page as list;
pub(super) use moving::page as moving;
pub(super) use time::page as time;

/// Draws one of the family's own pages, unless it comes too early.
pub(super) fn in_turn(route: &Route, page: fn(&Known) -> AnyView) -> AnyView {
    way::enter(route);
    let step = match route {
        Route::Household(step) => *step,
        _ => HouseholdStep::List,
    };
    known::with(move |known| match flow::instead(step, &known) {
        Some(other) => lead_to(other),
        None => page(&known),
    })
}
