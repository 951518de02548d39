//! A stay in Viet Nam: on which day of which office must a visit be, so that card and account are finished before the
//! departure, and what can be done where no day does.
//!
//! The sum is the lawful one: seven working days for a card (Law on Identification 26/2023, art. 26), three for an
//! account beside a valid card, seven beside a new one (Decree 69/2024/NĐ-CP, art. 13). A limit is not a promise; the
//! days left before the departure are therefore part of the answer.

mod advice;
mod choose;
mod far;
mod input;
mod plan;
mod strip;

pub use advice::Advice;
pub use choose::{Bookable, OfficeAnswer, Standing, answer, first_bookable_on, order};
pub use far::{FAR_KM, about_km, is_far};
pub use input::{LONGEST_STAY_DAYS, MOST_AHEAD_DAYS, Trip, TripFault, TripField, TripInput};
pub use plan::{Fit, Plan, Rules, plans};
pub use strip::{Phase, PlanDay, PlanEvent, strip};

#[cfg(test)]
mod tests;
