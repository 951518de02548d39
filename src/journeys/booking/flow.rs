//! The order of the steps, and what is still missing.

use super::draft::{self, Booking};
use super::held;
use super::known::Known;
use super::way::{self, Way};
use crate::browser::timer;
use crate::components::Skeleton;
use crate::routes::{BookingStep, HouseholdStep, Route};
use leptos::prelude::*;

impl Booking {
    /// Whether a place is kept at the office chosen and for this purpose; `None` where there is none.
    pub(super) fn keeps(&self, purpose: &str) -> Option<bool> {
        let (held, place) = (self.held.as_ref()?, self.place.as_ref()?);
        held.fits(&place.id, purpose)
            .then(|| !held.is_over(timer::now_ms()))
    }

    /// Whether the phone is proved.
    pub(super) fn is_proved(&self) -> bool {
        self.proof(timer::now_ms()).is_some()
    }
}

/// How the way of one person stands: the first step that is not done, and whether a place that was kept has lapsed.
struct Standing {
    missing: Option<BookingStep>,
    lapsed: bool,
    details: bool,
}

fn standing(known: &Known) -> Standing {
    let (person, booking) = (draft::myself().now(), draft::alone().now());
    let visit = person.wanted(known);
    let kept = visit.and_then(|visit| booking.keeps(&held::purpose(visit)));
    let details = person.is_complete() && !booking.otp_phone.trim().is_empty();
    let missing = if visit.is_none() {
        Some(BookingStep::Needs)
    } else if booking.place.is_none() {
        Some(BookingStep::Place)
    } else if kept != Some(true) {
        Some(BookingStep::Time)
    } else if !details {
        Some(BookingStep::Person)
    } else {
        (!booking.is_proved()).then_some(BookingStep::Phone)
    };
    Standing {
        lapsed: missing == Some(BookingStep::Time) && kept == Some(false),
        missing,
        details,
    }
}

/// The way on from a step: to the first that is missing, or to the end.
pub(super) fn onward(from: BookingStep, known: &Known) -> Route {
    if let Way::Family(member) = way::now() {
        return Route::Household(family(from, member));
    }
    match standing(known).missing {
        // Somebody who has just chosen a time goes through the details once, also when all were typed before.
        Some(BookingStep::Needs) if draft::myself().now().is_asked(known) => Route::Needs,
        step => Route::Booking(step.unwrap_or(BookingStep::Check)),
    }
}

/// The way on for a family, from the pages that it shares with who books alone. Its own pages look whether all before
/// them is done.
fn family(from: BookingStep, member: Option<usize>) -> HouseholdStep {
    let booking = draft::family().now();
    match from {
        BookingStep::Needs => HouseholdStep::List,
        BookingStep::Place => HouseholdStep::Time,
        BookingStep::Person => {
            let open = |at: &usize| Some(*at) != member && !draft::member(*at).now().is_complete();
            match (0..draft::count().now()).find(open) {
                Some(next) => HouseholdStep::Person(next),
                None if booking.is_proved() => HouseholdStep::Check,
                None if !booking.otp_phone.trim().is_empty() => HouseholdStep::Phone,
                None => HouseholdStep::Contact,
            }
        }
        BookingStep::Time | BookingStep::Phone | BookingStep::Check => HouseholdStep::Check,
    }
}

/// Where to go instead, when this step comes too early. A place that has lapsed leads nowhere: the page says so and
/// keeps what is typed.
pub(super) fn too_early(step: BookingStep, known: &Known) -> Option<Route> {
    if let Way::Family(member) = way::now() {
        return of_nobody().or_else(|| family_too_early(step, member).map(Route::Household));
    }
    let now = standing(known);
    let first = now.missing?;
    let place = |step: BookingStep| BookingStep::ALL.iter().position(|known| *known == step);
    if now.lapsed || place(first) >= place(step) {
        // With a lapsed place the later steps still need what comes before them.
        let later = matches!(step, BookingStep::Phone | BookingStep::Check);
        let back = now.lapsed && later && !now.details;
        return back.then_some(Route::Booking(BookingStep::Person));
    }
    Some(onward(step, known))
}

/// The family's list, where the page is about a member who is not there.
pub(super) fn of_nobody() -> Option<Route> {
    let Way::Family(member) = way::now() else {
        return None;
    };
    let count = draft::count().now();
    let nobody = member.map_or(count == 0, |member| member >= count);
    nobody.then_some(Route::Household(HouseholdStep::List))
}

fn family_too_early(step: BookingStep, member: Option<usize>) -> Option<HouseholdStep> {
    let booking = draft::family().now();
    match step {
        BookingStep::Person if booking.held.is_none() => Some(HouseholdStep::Time),
        BookingStep::Person => {
            let open = |at: &usize| !draft::member(*at).now().is_complete();
            (0..member?).find(open).map(HouseholdStep::Person)
        }
        BookingStep::Phone if booking.otp_phone.trim().is_empty() => Some(HouseholdStep::Contact),
        _ => None,
    }
}

/// Goes there in place of this page, so that back does not come here again.
pub(super) fn lead_to(route: Route) -> AnyView {
    // After the drawing that asked for it.
    request_animation_frame(move || route.replace());
    view! { <div class="page"><Skeleton /></div> }.into_any()
}
