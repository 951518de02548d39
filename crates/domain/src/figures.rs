//! How many of what: the measures of the reports, what was reported before, pace and target.

mod pace;
mod reported;

pub use pace::{PACE_DAYS, Pace, Reach};
pub use reported::{Bound, Reported, ReportedMeasure, parse_reported};

use crate::str_enum::str_enum;

str_enum! {
    /// What is counted.
    pub enum Measure {
        /// Dossiers received at a counter, with slip CC02. Each once, however often it is corrected.
        Received = "received",
        /// Cards that the ministry has printed.
        Issued = "issued",
        /// Cards handed over, at a counter or by the post.
        Returned = "returned",
        /// Level-2 accounts that came into use.
        Activated = "activated",
        /// Cards that are at an office now and were not handed over: a state, not something of a day.
        Uncollected = "uncollected",
    }
}

impl Measure {
    /// Those that happen on a day.
    pub const OF_DAYS: [Self; 4] = [Self::Received, Self::Issued, Self::Returned, Self::Activated];
}

#[cfg(test)]
mod tests;
