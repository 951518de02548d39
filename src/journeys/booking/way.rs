//! For whom the pages work: for one person, or for a family and one of its members. The address says so; pages that
//! both ways share ask here where they lead.

use crate::routes::{BookingStep, HouseholdStep, Route};
use std::cell::Cell;

/// For whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// One person.
    Alone,
    /// A family; where a page is about one member, which.
    Family(Option<usize>),
}

thread_local! {
    static WAY: Cell<Way> = const { Cell::new(Way::Alone) };
}

/// Of the page that is shown.
pub(super) fn now() -> Way {
    WAY.get()
}

/// Whether a family books.
pub(super) fn is_family() -> bool {
    now() != Way::Alone
}

/// A page of this address is about to be drawn.
pub(super) fn enter(route: &Route) {
    WAY.set(match route {
        Route::Household(step) => Way::Family(step.member()),
        _ => Way::Alone,
    });
}

/// The questions.
pub(super) fn needs() -> Route {
    match now() {
        Way::Family(Some(member)) => Route::Household(HouseholdStep::Needs(member)),
        _ => Route::Needs,
    }
}

/// What the answers lead to.
pub(super) fn result() -> Route {
    match now() {
        Way::Family(Some(member)) => Route::Household(HouseholdStep::Result(member)),
        _ => Route::Booking(BookingStep::Needs),
    }
}

/// Where the first question leads back to.
pub(super) fn before_needs() -> Route {
    match now() {
        Way::Family(_) => Route::Household(HouseholdStep::List),
        Way::Alone => Route::Home,
    }
}

/// The finder of offices.
pub(super) fn place() -> Route {
    match now() {
        Way::Family(_) => Route::Household(HouseholdStep::Place),
        Way::Alone => Route::Booking(BookingStep::Place),
    }
}

/// The page before the finder.
pub(super) fn before_place() -> Route {
    match now() {
        Way::Family(_) => Route::Household(HouseholdStep::List),
        Way::Alone => Route::Booking(BookingStep::Needs),
    }
}

/// Days and times.
pub(super) fn time() -> Route {
    match now() {
        Way::Family(_) => Route::Household(HouseholdStep::Time),
        Way::Alone => Route::Booking(BookingStep::Time),
    }
}

/// The page before the details: the member before, or the times.
pub(super) fn before_person() -> Route {
    match now() {
        Way::Family(Some(member)) if member > 0 => Route::Household(HouseholdStep::Person(member - 1)),
        _ => time(),
    }
}

/// The page where the phone is typed.
pub(super) fn typing_phone() -> Route {
    match now() {
        Way::Family(_) => Route::Household(HouseholdStep::Contact),
        Way::Alone => Route::Booking(BookingStep::Person),
    }
}
