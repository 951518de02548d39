//! Somebody in the line.

use super::{Priority, QueueRules};
use crate::str_enum::str_enum;
use jiff::Timestamp;

str_enum! {
    /// Why somebody has the place in the line that they have: what an officer can answer who is asked.
    pub enum Why {
        /// Sent on by another station: they have waited already.
        Transferred = "transferred",
        /// An older person, a pregnant woman, a person with a disability.
        Priority = "priority",
        /// Booked, and on time.
        OnTime = "on_time",
        /// Booked, and late.
        Late = "late",
        /// Came without an appointment.
        WalkIn = "walk_in",
        /// Was not there when called.
        Back = "back",
        /// Booked, and long before their time.
        Early = "early",
        /// It is the turn of whoever has waited longest.
        Longest = "longest",
    }
}

/// Somebody who waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiter {
    /// The ticket's number; settles what nothing else settles.
    pub number: u16,
    /// Why they come before others.
    pub priority: Priority,
    /// The time they have booked; `None` for who came without.
    pub visit_at: Option<Timestamp>,
    /// When they came.
    pub arrived_at: Timestamp,
    /// Since when they stand in the line: since they came, or since they were sent to its end.
    pub waits_from: Timestamp,
    /// How often they were not there when called.
    pub absences: u8,
    /// The only station that may call them, where another has sent them there.
    pub station: Option<u8>,
}

impl Waiter {
    /// From when on they can be called in their turn.
    #[must_use]
    pub fn opens(&self, rules: &QueueRules) -> Timestamp {
        let window = self
            .visit_at
            .map(|visit| visit.saturating_sub(rules.early()).unwrap_or(Timestamp::MIN));
        window.unwrap_or(self.arrived_at)
    }

    /// Since when they have been ready: what counts among equals.
    #[must_use]
    pub fn since(&self, rules: &QueueRules) -> Timestamp {
        self.waits_from.max(self.opens(rules))
    }

    /// Why they stand where they stand.
    #[must_use]
    pub fn why(&self, rules: &QueueRules, now: Timestamp) -> Why {
        if self.station.is_some() {
            Why::Transferred
        } else if now < self.opens(rules) {
            Why::Early
        } else if self.absences > 0 {
            Why::Back
        } else if self.priority.is_first() {
            Why::Priority
        } else {
            self.coming(rules)
        }
    }

    fn coming(&self, rules: &QueueRules) -> Why {
        match self.visit_at {
            None => Why::WalkIn,
            Some(visit)
                if self.arrived_at <= visit.saturating_add(rules.on_time()).unwrap_or(Timestamp::MAX) =>
            {
                Why::OnTime
            }
            Some(_) => Why::Late,
        }
    }

    /// The smaller, the sooner. Among people with priority those on time come before those late, and so on, as among all
    /// others.
    pub(super) fn rank(&self, rules: &QueueRules) -> u8 {
        if self.absences > 0 {
            return 6;
        }
        let coming = match self.coming(rules) {
            Why::OnTime => 0,
            Why::Late => 1,
            _ => 2,
        };
        if self.priority.is_first() {
            coming
        } else {
            coming + 3
        }
    }
}
