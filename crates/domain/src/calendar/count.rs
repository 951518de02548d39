//! Counting days and minutes. `jiff`'s spans could do it; they bring all units of time and their error texts with them.

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime},
    tz::Offset,
};

const SECONDS_A_DAY: i64 = 86_400;

/// Days from one date to another; negative where the other lies before.
///
/// ```
/// # use jiff::civil::date;
/// assert_eq!(eid_domain::calendar::days_between(date(2026, 2, 27), date(2026, 3, 2)), 3);
/// ```
#[must_use]
pub fn days_between(from: Date, to: Date) -> i32 {
    let days = to.duration_since(from).as_secs() / SECONDS_A_DAY;
    i32::try_from(days).unwrap_or(i32::MAX)
}

/// The date so many days after another, before it where negative; clamped at the ends of what a date can hold.
///
/// ```
/// # use jiff::civil::date;
/// assert_eq!(eid_domain::calendar::days_after(date(2026, 2, 27), 3), date(2026, 3, 2));
/// ```
#[must_use]
pub fn days_after(date: Date, days: i32) -> Date {
    date.saturating_add(SignedDuration::from_secs(i64::from(days) * SECONDS_A_DAY))
}

/// The time so many minutes after another on an unchanging clock, as Viet Nam's is; the same where that is beyond what
/// a timestamp can hold.
///
/// ```
/// # use jiff::civil::date;
/// let start = date(2026, 12, 31).at(23, 50, 0, 0);
/// assert_eq!(eid_domain::calendar::minutes_after(start, 20), date(2027, 1, 1).at(0, 10, 0, 0));
/// ```
#[must_use]
pub fn minutes_after(start: DateTime, minutes: u16) -> DateTime {
    let ends = Offset::UTC
        .to_timestamp(start)
        .ok()
        .and_then(|at| Timestamp::from_second(at.as_second() + 60 * i64::from(minutes)).ok());
    ends.map_or(start, |at| Offset::UTC.to_datetime(at))
}
