//! The one place that reads the time. Everything else is given a [`Clock`] or a timestamp.

use jiff::{SignedDuration, Timestamp};
use std::sync::atomic::{AtomicI64, Ordering};

/// Tells the product's time.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one implementation that all others are given"
    )]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// The machine's clock, moved forward: a demo sees seven working days in a minute, a test any day it likes.
#[derive(Debug, Default)]
pub struct DemoClock {
    offset_s: AtomicI64,
}

impl DemoClock {
    /// A clock that is `offset_s` seconds ahead of the machine's.
    #[must_use]
    pub fn ahead_by(offset_s: i64) -> Self {
        Self {
            offset_s: AtomicI64::new(offset_s),
        }
    }

    /// A clock that shows `start` now and runs on from there.
    #[must_use]
    pub fn starting_at(start: Timestamp) -> Self {
        Self::ahead_by(start.as_second() - SystemClock.now().as_second())
    }

    /// Seconds ahead of the machine's clock.
    #[must_use]
    pub fn offset_s(&self) -> i64 {
        self.offset_s.load(Ordering::Relaxed)
    }

    /// Moves the clock and returns the new offset in seconds.
    pub fn advance(&self, seconds: u32) -> i64 {
        self.offset_s.fetch_add(i64::from(seconds), Ordering::Relaxed) + i64::from(seconds)
    }
}

impl Clock for DemoClock {
    fn now(&self) -> Timestamp {
        let now = SystemClock.now();
        now.checked_add(SignedDuration::from_secs(self.offset_s()))
            .unwrap_or(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_demo_clock_starts_where_told_and_moves_forward() {
        let start: Timestamp = "2027-01-04T01:00:00Z".parse().unwrap();
        let clock = DemoClock::starting_at(start);
        assert!((clock.now().as_second() - start.as_second()).abs() <= 1);
        clock.advance(3600);
        assert!((clock.now().as_second() - start.as_second() - 3600).abs() <= 1);
    }
}
