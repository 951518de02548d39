//! How fast it goes, and when a target would be reached.

use crate::calendar::Calendar;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The pace is that of so many days up to today: four weeks.
pub const PACE_DAYS: i32 = 28;
/// A target that is farther away than some ten years of work is not reached at this pace.
const FARTHEST: u64 = 2_500;

/// What was done in the last four weeks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Pace {
    /// Accounts activated.
    pub activated: u32,
    /// Working days.
    pub working_days: u16,
}

/// When a target is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It is.
    Reached,
    /// On this working day, if it goes on like this.
    On(Date),
    /// Not within ten years.
    Never,
}

impl Pace {
    /// When `target` is reached where `done` are there today.
    #[must_use]
    pub fn reach(self, done: u32, target: u32, today: Date, calendar: &Calendar) -> Reach {
        let left = u64::from(target.saturating_sub(done));
        if left == 0 {
            return Reach::Reached;
        }
        if self.activated == 0 {
            return Reach::Never;
        }
        let days = (left * u64::from(self.working_days.max(1))).div_ceil(u64::from(self.activated));
        match u16::try_from(days) {
            Ok(days) if u64::from(days) <= FARTHEST => Reach::On(calendar.add_working_days(today, days)),
            _ => Reach::Never,
        }
    }
}
