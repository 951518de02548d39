//! The days a person has to activate an approved account.

use crate::calendar::{Calendar, days_after, office_date};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// Calendar days from the notice (Decree 69/2024/NĐ-CP, art. 14: "07 ngày", not working days).
pub const ACTIVATE_WITHIN_DAYS: u16 = 7;

/// The last day to activate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActivateBy {
    /// The day people are told; it ends at 23:59 office time.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub shown: Date,
    /// The day still accepted: the next working day where the last one is none (Civil Code 2015, art. 148(5)).
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub accepted: Date,
}

impl ActivateBy {
    /// Whether the days are over on a day.
    #[must_use]
    pub fn is_over(self, today: Date) -> bool {
        today > self.accepted
    }
}

/// The last day to activate an account whose holder was told at `notified_at`.
#[must_use]
pub fn activate_by(notified_at: Timestamp, within_days: u16, calendar: &Calendar) -> ActivateBy {
    let shown = days_after(office_date(notified_at), i32::from(within_days));
    ActivateBy {
        shown,
        accepted: calendar.working_day_from(shown),
    }
}
