//! How far ahead a visit can be booked, and until when it can be changed.

use crate::calendar::{days_after, office_timestamp};
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime},
};
use serde::{Deserialize, Serialize};

/// The first day that can be booked, in days from today.
pub const HORIZON_FIRST_DAY: u8 = 1;
/// The last one.
pub const HORIZON_LAST_DAY: u8 = 30;
/// A visit can be moved until this many hours before it.
pub const RESCHEDULE_NOTICE_HOURS: u8 = 2;
/// How often a visit can be moved.
pub const MAX_RESCHEDULES: u8 = 3;

/// The first and last day that can be booked today.
#[must_use]
pub fn bookable_days(today: Date) -> (Date, Date) {
    let ahead = |days: u8| days_after(today, i32::from(days));
    (ahead(HORIZON_FIRST_DAY), ahead(HORIZON_LAST_DAY))
}

/// Whether a day can be booked today, opening hours aside.
#[must_use]
pub fn is_bookable(day: Date, today: Date) -> bool {
    let (first, last) = bookable_days(today);
    first <= day && day <= last
}

/// What may still be changed about a booked visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangeRules {
    /// It can be moved now.
    pub may_reschedule: bool,
    /// It can be cancelled now.
    pub may_cancel: bool,
    /// How often it can still be moved.
    pub remaining: u8,
    /// Last instant to move it; `None` where there is no visit.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub until: Option<Timestamp>,
    /// Last instant to cancel it: its start. Cancelling late is still better than not coming.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub cancel_until: Option<Timestamp>,
}

impl ChangeRules {
    /// Nothing can be changed: there is no visit, or it has begun.
    pub const NONE: Self = Self {
        may_reschedule: false,
        may_cancel: false,
        remaining: 0,
        until: None,
        cancel_until: None,
    };
}

/// What may be changed about a visit booked for `starts_at` (office time) that was moved `used` times.
#[must_use]
pub fn reschedule_rules(now: Timestamp, starts_at: DateTime, used: u8) -> ChangeRules {
    let start = office_timestamp(starts_at);
    let notice = SignedDuration::from_hours(i64::from(RESCHEDULE_NOTICE_HOURS));
    let until = start.saturating_sub(notice).unwrap_or(Timestamp::MIN);
    let remaining = MAX_RESCHEDULES.saturating_sub(used);
    ChangeRules {
        may_reschedule: now <= until && remaining > 0,
        may_cancel: now < start,
        remaining,
        until: Some(until),
        cancel_until: Some(start),
    }
}
