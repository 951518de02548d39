//! Working days, public holidays, lawful due dates, and the office's clock.

mod count;
mod day;
mod due;
mod national;
mod read;
mod sessions;
mod working;
mod write;
mod zone;

pub use count::{days_after, days_between, minutes_after};
pub use day::{CalendarDay, DayKind};
pub use due::{Due, DueClock, Pause};
pub use national::{
    DayFault, LONGEST_DAY_NAME, LONGEST_DAY_SOURCE, MOST_DAYS, NationalDay, SpecialDay, faults, said_with,
};
pub use sessions::sessions_on;
pub use working::Calendar;
pub use zone::{OFFICE_OFFSET, office_date, office_now, office_timestamp};

#[cfg(test)]
mod tests;
