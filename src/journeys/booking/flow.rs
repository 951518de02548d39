//! The order of the steps, and what is still missing.

use super::draft::Booking;
use super::known::Known;
use super::{household, way};
use crate::browser::timer;
use crate::components::Skeleton;
use crate::routes::{BookingStep, Route};
use eid_domain::needs::{Assessment, Outcome, Question, assess};
use eid_domain::wire::slots::SlotQuery;
use jiff::civil::Date;
use leptos::prelude::*;

impl Booking {
    /// What the answers lead to.
    pub(super) fn assess(&self, known: &Known) -> Result<Assessment, Question> {
        assess(&self.answers, known.today, &known.fees)
    }

    /// Which visit is looked for, once that is known and there is one.
    pub(super) fn visit(&self, known: &Known) -> Option<SlotQuery> {
        let found = self.assess(known).ok()?;
        Some(SlotQuery {
            service: found.service?,
            age_group: found.age_group?,
        })
    }

    /// The first day that makes sense, where it is not the next one.
    pub(super) fn not_before(&self, known: &Known) -> Option<Date> {
        match self.assess(known).ok()?.outcome {
            Outcome::Soon { from, .. } => Some(from),
            _ => None,
        }
    }

    /// Whether a place is kept that is right for what is needed.
    fn holds_place(&self, known: &Known) -> Option<bool> {
        let (held, office, visit) = (self.held.as_ref()?, self.office.as_ref()?, self.visit(known)?);
        held.fits(office.id.as_str(), visit)
            .then(|| !held.is_over(timer::now_ms()))
    }
}

/// The first step that is not done; `None` when all is there to book.
pub(super) fn missing(booking: &Booking, known: &Known) -> Option<BookingStep> {
    if booking.visit(known).is_none() {
        Some(BookingStep::Needs)
    } else if booking.office.is_none() {
        Some(BookingStep::Place)
    } else if booking.holds_place(known) != Some(true) {
        Some(BookingStep::Time)
    } else if booking.applicant().parse(known.today).is_err() {
        Some(BookingStep::Person)
    } else if booking.proof(timer::now_ms()).is_none() {
        Some(BookingStep::Phone)
    } else {
        None
    }
}

/// The way on from any step: to the first that is missing, or to the end.
pub(super) fn onward(booking: &Booking, known: &Known) -> Route {
    if way::is_family() {
        return household::onward(booking, known);
    }
    match missing(booking, known) {
        // Somebody who has just chosen a time goes through the details once, also when all were typed before.
        Some(BookingStep::Needs) if booking.assess(known).is_err() => Route::Needs,
        step => Route::Booking(step.unwrap_or(BookingStep::Check)),
    }
}

/// Where to go instead, when this step comes too early. A place that has lapsed leads nowhere: the page says so and
/// keeps what is typed.
pub(super) fn too_early(step: BookingStep, booking: &Booking, known: &Known) -> Option<Route> {
    let first = missing(booking, known)?;
    let place = |step: BookingStep| BookingStep::ALL.iter().position(|known| *known == step);
    let lapsed = first == BookingStep::Time && booking.holds_place(known) == Some(false);
    if lapsed || place(first) >= place(step) {
        return lapsed.then(|| details_missing(step, booking, known)).flatten();
    }
    Some(onward(booking, known))
}

/// With a lapsed place: the later steps still need what comes before them.
fn details_missing(step: BookingStep, booking: &Booking, known: &Known) -> Option<Route> {
    let later = matches!(step, BookingStep::Phone | BookingStep::Check);
    let details = booking.applicant().parse(known.today).is_ok();
    (later && !details).then_some(Route::Booking(BookingStep::Person))
}

/// Goes there in place of this page, so that back does not come here again.
pub(super) fn lead_to(route: Route) -> AnyView {
    // After the drawing that asked for it.
    request_animation_frame(move || route.replace());
    view! { <div class="page"><Skeleton /></div> }.into_any()
}
