//! When a booked person can be received.

use crate::office::Session;
use jiff::{SignedDuration, civil::DateTime};
use serde::{Deserialize, Serialize};

/// So many minutes after the booked time a person still counts as on time.
pub const ON_TIME_MINUTES: u8 = 10;
/// So many minutes after the office closes, visits nobody came to are cancelled by themselves (Decree
/// 70/2024/NĐ-CP, art. 21(4): at the end of that working day, without penalty).
pub const NO_SHOW_GRACE_MINUTES: u8 = 30;

/// When a booked person can be received; office time, all on the day of the visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CheckInWindow {
    /// The office opens.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub from: DateTime,
    /// Who comes later is served after those on time.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub on_time_until: DateTime,
    /// The office closes.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub until: DateTime,
    /// From here on the visit counts as not attended.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub no_show_at: DateTime,
}

impl CheckInWindow {
    /// Whether a person can be received now (office time).
    #[must_use]
    pub fn is_open(&self, now: DateTime) -> bool {
        self.from <= now && now <= self.until
    }

    /// Whether a person who comes now is late.
    #[must_use]
    pub fn is_late(&self, now: DateTime) -> bool {
        now > self.on_time_until
    }
}

/// The window of a visit on a day with these sessions; a break at noon does not close it. A visit on a day that has
/// since been closed can be received at its time only.
#[must_use]
pub fn check_in_window(starts_at: DateTime, sessions: &[Session]) -> CheckInWindow {
    let day = starts_at.date();
    let time = starts_at.time();
    let opens = sessions.first().map_or(time, |session| session.from().min(time));
    let closes = sessions.last().map_or(time, |session| session.to().max(time));
    let plus = |at: DateTime, minutes: u8| at.saturating_add(SignedDuration::from_mins(i64::from(minutes)));
    let until = day.to_datetime(closes);
    CheckInWindow {
        from: day.to_datetime(opens),
        on_time_until: plus(starts_at, ON_TIME_MINUTES).min(until),
        until,
        no_show_at: plus(until, NO_SHOW_GRACE_MINUTES),
    }
}
