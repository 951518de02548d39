//! The order of the pages, and what is still missing.

use super::super::draft::{self, Booking, people};
use super::Known;
use super::draft::family;
use crate::routes::{HouseholdStep, Route};
use eid_domain::identity::{ContactPhone, OtpPhone};

/// The first page that is not done; `None` when all is there to book.
fn missing(booking: &Booking, known: &Known) -> Option<HouseholdStep> {
    let Some(family) = family(known) else {
        return Some(HouseholdStep::List);
    };
    if booking.place.is_none() {
        return Some(HouseholdStep::Place);
    }
    if booking.keeps(&family.to_string()) != Some(true) {
        return Some(HouseholdStep::Time);
    }
    details_missing(booking).or_else(|| (!booking.is_proved()).then_some(HouseholdStep::Phone))
}

/// The first whose details are not complete, or the phone.
fn details_missing(booking: &Booking) -> Option<HouseholdStep> {
    if let Some(at) = people().iter().position(|person| !person.is_complete()) {
        return Some(HouseholdStep::Person(at));
    }
    let contact = booking.contact_phone.trim();
    let wrong = OtpPhone::parse(&booking.otp_phone).is_err()
        || (!contact.is_empty() && ContactPhone::parse(contact).is_err());
    wrong.then_some(HouseholdStep::Contact)
}

/// The way on from any page: to the first that is missing, or to the end.
pub(super) fn onward(known: &Known) -> Route {
    let now = draft::family().now();
    Route::Household(missing(&now, known).unwrap_or(HouseholdStep::Check))
}

/// Where to go instead, when this page comes too early. A window that has lapsed leads nowhere: the page says so and
/// keeps what is typed.
pub(super) fn instead(step: HouseholdStep, known: &Known) -> Option<Route> {
    let booking = draft::family().now();
    let kept = family(known).and_then(|family| booking.keeps(&family.to_string()));
    let first = match missing(&booking, known)? {
        HouseholdStep::Time if kept == Some(false) => details_missing(&booking)?,
        first => first,
    };
    (place(first) < place(step)).then_some(Route::Household(first))
}

/// How far down the way a page is. Needs are answered at any time, and so are the list and the receipts.
const fn place(step: HouseholdStep) -> usize {
    match step {
        HouseholdStep::List
        | HouseholdStep::Needs(_)
        | HouseholdStep::Result(_)
        | HouseholdStep::Booked
        | HouseholdStep::Move
        | HouseholdStep::Cancel => 0,
        HouseholdStep::Place => 1,
        HouseholdStep::Time => 2,
        HouseholdStep::Person(member) => 3 + member,
        HouseholdStep::Contact => 10,
        HouseholdStep::Phone => 11,
        HouseholdStep::Check => 12,
    }
}
