//! Until when an offer stands. Nobody is woken for it: the hours of the night do not count.

use crate::calendar::{office_now, office_timestamp};
use jiff::{
    SignedDuration, Timestamp,
    civil::{DateTime, Time, time},
};

/// How long an offer stands. The defaults are what the product proposes; an installation may set its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferRules {
    /// Minutes of daytime to answer the offer of an earlier place.
    pub earlier_minutes: u16,
    /// The same where an office has closed the day: it is not the person who asked for this.
    pub closure_minutes: u16,
    /// From here on people are written to, office time.
    pub day_from: Time,
    /// Until here.
    pub day_to: Time,
}

impl Default for OfferRules {
    fn default() -> Self {
        Self {
            earlier_minutes: 30,
            closure_minutes: 240,
            day_from: time(7, 0, 0, 0),
            day_to: time(21, 0, 0, 0),
        }
    }
}

/// What an installation may set: shorter, and nobody could answer; longer, and the place would stand empty.
pub const EARLIER_MINUTES: std::ops::RangeInclusive<u16> = 10..=240;
/// The same where an office has closed the day.
pub const CLOSURE_MINUTES: std::ops::RangeInclusive<u16> = 60..=1_440;
/// When the day may begin.
pub const DAY_FROM: std::ops::RangeInclusive<Time> = time(5, 0, 0, 0)..=time(10, 0, 0, 0);
/// When it may end.
pub const DAY_TO: std::ops::RangeInclusive<Time> = time(17, 0, 0, 0)..=time(23, 0, 0, 0);

impl OfferRules {
    /// Whether they can be used.
    ///
    /// # Errors
    /// The name of the first one that cannot, and between what it must lie.
    pub fn check(&self) -> Result<(), (&'static str, &'static str)> {
        if !EARLIER_MINUTES.contains(&self.earlier_minutes) {
            return Err(("offers.earlier_minutes", "10 to 240"));
        }
        if !CLOSURE_MINUTES.contains(&self.closure_minutes) || self.closure_minutes < self.earlier_minutes {
            return Err((
                "offers.closure_minutes",
                "60 to 1440, and no less than offers.earlier_minutes",
            ));
        }
        if !DAY_FROM.contains(&self.day_from) {
            return Err(("offers.day_from", "05:00 to 10:00"));
        }
        if !DAY_TO.contains(&self.day_to) {
            return Err(("offers.day_to", "17:00 to 23:00"));
        }
        Ok(())
    }

    /// Whether people sleep now, office time.
    #[must_use]
    pub fn is_quiet(&self, local: DateTime) -> bool {
        !(self.day_from..self.day_to).contains(&local.time())
    }

    /// When a person can be written to: now, or at the end of the night.
    #[must_use]
    pub fn tell_at(&self, now: Timestamp) -> Timestamp {
        let local = office_now(now);
        if self.is_quiet(local) {
            office_timestamp(self.next_morning(local))
        } else {
            now
        }
    }

    /// The end of an offer made now that leaves so many minutes of daytime to answer.
    #[must_use]
    pub fn answer_until(&self, now: Timestamp, minutes: u16) -> Timestamp {
        let mut from = office_now(self.tell_at(now));
        let mut left = SignedDuration::from_mins(i64::from(minutes));
        loop {
            let evening = from.date().to_datetime(self.day_to);
            let today = evening.duration_since(from);
            if left <= today {
                return office_timestamp(from.saturating_add(left));
            }
            left = left.saturating_sub(today);
            from = self.next_morning(evening);
        }
    }

    fn next_morning(&self, local: DateTime) -> DateTime {
        let date = local.date();
        let day = if local.time() < self.day_from {
            date
        } else {
            date.tomorrow().unwrap_or(date)
        };
        day.to_datetime(self.day_from)
    }
}
