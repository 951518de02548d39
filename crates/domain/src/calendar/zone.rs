//! The office clock: Viet Nam is UTC+7 all year (`Asia/Ho_Chi_Minh`, no daylight saving).

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::Offset,
};

/// The fixed offset of every office.
pub const OFFICE_OFFSET: Offset = jiff::tz::offset(7);

/// The date at the office at an instant.
///
/// ```
/// let late = "2026-11-20T17:30:00Z".parse().unwrap();
/// assert_eq!(eid_domain::calendar::office_date(late).to_string(), "2026-11-21");
/// ```
#[must_use]
pub fn office_date(at: Timestamp) -> Date {
    OFFICE_OFFSET.to_datetime(at).date()
}

/// Date and time at the office at an instant.
#[must_use]
pub fn office_now(at: Timestamp) -> DateTime {
    OFFICE_OFFSET.to_datetime(at)
}

/// The instant of a date and time at the office; clamped at the ends of what a timestamp can hold.
#[must_use]
pub fn office_timestamp(local: DateTime) -> Timestamp {
    OFFICE_OFFSET.to_timestamp(local).unwrap_or(if local.year() > 0 {
        Timestamp::MAX
    } else {
        Timestamp::MIN
    })
}
