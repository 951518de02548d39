//! Until when an offer stands. Nobody is woken for it: the hours of the night do not count.

use crate::calendar::{office_now, office_timestamp};
use jiff::{
    SignedDuration, Timestamp,
    civil::{DateTime, Time, time},
};

/// Minutes of daytime to answer the offer of an earlier place.
pub const EARLIER_MINUTES: u16 = 30;
/// The same where an office has closed the day: it is not the person who asked for this.
pub const CLOSURE_MINUTES: u16 = 240;

/// From here on nobody is written to, office time.
const NIGHT: Time = time(21, 0, 0, 0);
/// Until here.
const MORNING: Time = time(7, 0, 0, 0);

/// Whether people sleep now, office time.
#[must_use]
pub fn is_quiet(local: DateTime) -> bool {
    !(MORNING..NIGHT).contains(&local.time())
}

/// When a person can be written to: now, or at the end of the night.
#[must_use]
pub fn tell_at(now: Timestamp) -> Timestamp {
    let local = office_now(now);
    if is_quiet(local) {
        office_timestamp(next_morning(local))
    } else {
        now
    }
}

/// The end of an offer made now that leaves so many minutes of daytime to answer.
#[must_use]
pub fn answer_until(now: Timestamp, minutes: u16) -> Timestamp {
    let mut from = office_now(tell_at(now));
    let mut left = SignedDuration::from_mins(i64::from(minutes));
    loop {
        let evening = from.date().to_datetime(NIGHT);
        let today = evening.duration_since(from);
        if left <= today {
            return office_timestamp(from.saturating_add(left));
        }
        left = left.saturating_sub(today);
        from = next_morning(evening);
    }
}

fn next_morning(local: DateTime) -> DateTime {
    let date = local.date();
    let day = if local.time() < MORNING {
        date
    } else {
        date.tomorrow().unwrap_or(date)
    };
    day.to_datetime(MORNING)
}
