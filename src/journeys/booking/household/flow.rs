//! The order of the pages, and what is still missing.

use super::super::draft::Booking;
use super::Known;
use crate::browser::timer;
use crate::routes::{HouseholdStep, Route};
use eid_domain::identity::{ContactPhone, OtpPhone};

/// The first page that is not done; `None` when all is there to book.
fn missing(booking: &Booking, known: &Known) -> Option<HouseholdStep> {
    if booking.family(known).is_none() {
        return Some(HouseholdStep::List);
    }
    if booking.office.is_none() {
        return Some(HouseholdStep::Place);
    }
    if booking.holds_window(known) != Some(true) {
        return Some(HouseholdStep::Time);
    }
    details_missing(booking, known).or_else(|| {
        let proved = booking.proof(timer::now_ms()).is_some();
        (!proved).then_some(HouseholdStep::Phone)
    })
}

/// The first whose details are not complete, or the phone.
fn details_missing(booking: &Booking, known: &Known) -> Option<HouseholdStep> {
    let people = booking.people();
    let wrong = |person: &super::draft::Person| {
        let found = booking.applicant_of(person).parse(known.today);
        // The phones are asked for later, once for all.
        found.is_err_and(|errors| errors.iter().any(|error| !error.field.ends_with("_phone")))
    };
    if let Some(at) = people.iter().position(wrong) {
        return Some(HouseholdStep::Person(at));
    }
    let contact = booking.contact_phone.trim();
    let wrong = OtpPhone::parse(&booking.otp_phone).is_err()
        || (!contact.is_empty() && ContactPhone::parse(contact).is_err());
    wrong.then_some(HouseholdStep::Contact)
}

impl Booking {
    /// Whether a window is kept that is right for the family as it stands now.
    pub(super) fn holds_window(&self, known: &Known) -> Option<bool> {
        let (held, office) = (self.household.held.as_ref()?, self.office.as_ref()?);
        held.fits(office.id.as_str(), &self.family(known)?)
            .then(|| !held.is_over(timer::now_ms()))
    }
}

/// The way on from any page: to the first that is missing, or to the end.
pub(in super::super) fn onward(booking: &Booking, known: &Known) -> Route {
    Route::Household(missing(booking, known).unwrap_or(HouseholdStep::Check))
}

/// Where to go instead, when this page comes too early or is about nobody. A window that has lapsed leads nowhere: the
/// page says so and keeps what is typed.
pub(super) fn instead(step: HouseholdStep, booking: &Booking, known: &Known) -> Option<Route> {
    if matches!(step, HouseholdStep::List | HouseholdStep::Booked) {
        return None;
    }
    if step
        .member()
        .is_some_and(|member| member >= booking.household.members.len())
    {
        return Some(Route::Household(HouseholdStep::List));
    }
    let lapsed = booking.holds_window(known) == Some(false);
    let first = match missing(booking, known)? {
        HouseholdStep::Time if lapsed => details_missing(booking, known)?,
        first => first,
    };
    (place(first) < place(step)).then_some(Route::Household(first))
}

/// How far down the way a page is. Needs are answered at any time.
const fn place(step: HouseholdStep) -> usize {
    match step {
        HouseholdStep::List | HouseholdStep::Needs(_) | HouseholdStep::Result(_) | HouseholdStep::Booked => 0,
        HouseholdStep::Place => 1,
        HouseholdStep::Time => 2,
        HouseholdStep::Person(member) => 3 + member,
        HouseholdStep::Contact => 10,
        HouseholdStep::Phone => 11,
        HouseholdStep::Check => 12,
    }
}
