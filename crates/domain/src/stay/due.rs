//! Until when a stay must be told.

use crate::calendar::days_after;
use jiff::civil::{Date, DateTime, time};

/// Until when, by the office's clock: before 23:00 of the first day; for who comes from 23:00 on, before 08:00 of the next
/// day (Law on Residence 2020, art. 30). Who comes after midnight begins on the new day.
///
/// ```
/// use eid_domain::stay::due;
/// use jiff::civil::date;
/// assert_eq!(due(date(2026, 11, 23), false).to_string(), "2026-11-23T23:00:00");
/// assert_eq!(due(date(2026, 11, 23), true).to_string(), "2026-11-24T08:00:00");
/// ```
#[must_use]
pub fn due(arrives: Date, late: bool) -> DateTime {
    if late {
        days_after(arrives, 1).to_datetime(time(8, 0, 0, 0))
    } else {
        arrives.to_datetime(time(23, 0, 0, 0))
    }
}

/// Whether what is told at an instant of the office's clock is told in time: at the stroke of the hour it is late.
#[must_use]
pub fn is_in_time(told: DateTime, due: DateTime) -> bool {
    told < due
}

/// Whole minutes that are left; none once it is late.
#[must_use]
pub fn minutes_left(now: DateTime, due: DateTime) -> Option<u32> {
    if !is_in_time(now, due) {
        return None;
    }
    u32::try_from(due.duration_since(now).as_mins()).ok()
}
