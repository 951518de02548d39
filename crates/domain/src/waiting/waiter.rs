//! Who gets a free place.

use super::{LEAD_HOURS, OfferRules, Wish};
use crate::{
    calendar::{office_now, office_timestamp},
    str_enum::str_enum,
};
use jiff::{SignedDuration, Timestamp, civil::DateTime};

str_enum! {
    /// Why somebody waits.
    pub enum Kind {
        /// They would like to come earlier.
        Earlier = "earlier",
        /// The office has closed the time they had.
        Closure = "closure",
    }
}

impl Kind {
    /// Minutes of daytime to answer an offer.
    #[must_use]
    pub const fn answer_minutes(self, rules: &OfferRules) -> u16 {
        match self {
            Self::Earlier => rules.earlier_minutes,
            Self::Closure => rules.closure_minutes,
        }
    }
}

/// Somebody in the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiter {
    /// Why.
    pub kind: Kind,
    /// What they would take.
    pub wish: Wish,
    /// The visit they have, office time.
    pub visit: DateTime,
    /// Places already offered to them, by office and begin.
    pub offered: Vec<(String, DateTime)>,
    /// How long offers stand here.
    pub rules: OfferRules,
}

impl Waiter {
    /// The end of an offer made to them now.
    #[must_use]
    pub fn answer_until(&self, now: Timestamp) -> Timestamp {
        self.rules
            .answer_until(now, self.kind.answer_minutes(&self.rules))
    }

    /// Whether a place can be offered to them now: wished for, better than what they have, not offered before, and late
    /// enough that they can answer and get there.
    #[must_use]
    pub fn suits(&self, office: &str, starts_at: DateTime, now: Timestamp) -> bool {
        let lead = SignedDuration::from_hours(i64::from(LEAD_HOURS));
        let ready = self
            .answer_until(now)
            .saturating_add(lead)
            .unwrap_or(Timestamp::MAX);
        let better = match self.kind {
            Kind::Earlier => starts_at < self.visit,
            Kind::Closure => true,
        };
        better
            && self.wish.holds(office, starts_at)
            && ready <= office_timestamp(starts_at)
            && office_now(now).date() < starts_at.date()
            && !self
                .offered
                .iter()
                .any(|(id, at)| id == office && *at == starts_at)
    }

    /// The best of some free times of one office: the earliest; for a closed day the one nearest to what they had, by
    /// day, then by time of the day.
    #[must_use]
    pub fn best(
        &self,
        office: &str,
        free: impl IntoIterator<Item = DateTime>,
        now: Timestamp,
    ) -> Option<DateTime> {
        free.into_iter()
            .filter(|at| self.suits(office, *at, now))
            .min_by_key(|at| match self.kind {
                Kind::Earlier => (0, 0, *at),
                Kind::Closure => (self.days_off(*at), self.minutes_off(*at), *at),
            })
    }

    fn days_off(&self, at: DateTime) -> i32 {
        at.date()
            .since(self.visit.date())
            .map_or(i32::MAX, |span| span.get_days().abs())
    }

    fn minutes_off(&self, at: DateTime) -> i64 {
        at.time().duration_since(self.visit.time()).as_mins().abs()
    }
}
