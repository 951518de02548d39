//! Waiting for a place: who would like to come earlier, and whose day an office has closed.
//!
//! A place that becomes free is offered to one person at a time and kept for them meanwhile. Who says no or nothing
//! keeps their turn for the next place, but the same place is not offered to them again.

mod answer;
mod waiter;
mod wish;

pub use answer::{CLOSURE_MINUTES, DAY_FROM, DAY_TO, EARLIER_MINUTES, OfferRules};
pub use waiter::{Kind, Waiter};
pub use wish::{MOST_OFFICES, Wish};

/// So many offers may pass in silence before a wish to come earlier ends. A person whose day was closed is asked until
/// they have another.
pub const MOST_SILENT: u8 = 3;
/// So many hours lie between the end of an offer and the visit offered: time to get there.
pub const LEAD_HOURS: u8 = 2;

#[cfg(test)]
mod tests;
