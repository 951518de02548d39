//! Counting days. Components know no domain; the calendar they draw counts as it does.

use jiff::civil::Date;

/// The date so many days after another, before it where negative.
pub fn after(date: Date, days: i32) -> Date {
    eid_domain::calendar::days_after(date, days)
}

/// Days from one date to another; negative where the other lies before.
pub fn between(from: Date, to: Date) -> i32 {
    eid_domain::calendar::days_between(from, to)
}
