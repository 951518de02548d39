//! Which reminder of a visit is due when, and which is left out because the next would follow at once.

use super::awake;
use crate::{
    calendar::{days_after, office_now, office_timestamp},
    str_enum::str_enum,
};
use jiff::{
    SignedDuration, Timestamp,
    civil::{Time, time},
};

/// The last reminder comes this long before the visit begins.
const LAST_LEAD: SignedDuration = SignedDuration::from_hours(2);
/// For visits that begin up to this, two hours before is at night and the morning leaves less than an hour and a half:
/// their last reminder comes the evening before.
const EARLY_UNTIL: Time = time(8, 29, 59, 0);
/// Then.
const EVENING: Time = time(20, 30, 0, 0);
/// A reminder that is late is left out where the next would follow within this. On time they are eleven hours apart or more,
/// so only a server that stood still, or a demo's clock that was moved, comes this close.
const APART: SignedDuration = SignedDuration::from_hours(6);

str_enum! {
    /// The reminders of one visit, in the order in which they come.
    pub enum VisitReminder {
        /// Three days before it begins.
        Days = "3d",
        /// A day before.
        Day = "1d",
        /// Two hours before, or the evening before for who comes early.
        Last = "2h",
    }
}

impl VisitReminder {
    /// Due by `now` for every visit that begins up to then.
    #[must_use]
    pub fn due_up_to(self, now: Timestamp) -> Timestamp {
        match self {
            Self::Days => later(now, SignedDuration::from_hours(72)),
            Self::Day => later(now, SignedDuration::from_hours(24)),
            Self::Last => {
                let local = office_now(now);
                let day = if local.time() >= EVENING {
                    days_after(local.date(), 1)
                } else {
                    local.date()
                };
                later(now, LAST_LEAD).max(office_timestamp(day.to_datetime(EARLY_UNTIL)))
            }
        }
    }

    /// What is due by `now` still comes to who has a visit that begins after this: not to who has begun by the time it could
    /// be sent, nor to who would get the next one right behind it. At night it could be sent in the morning.
    #[must_use]
    pub fn comes_after(self, now: Timestamp) -> Timestamp {
        let sent = awake(now);
        let next = match self {
            Self::Days => Self::Day,
            Self::Day => Self::Last,
            Self::Last => return sent,
        };
        next.due_up_to(later(sent, APART))
    }
}

fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.saturating_add(by).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests;
