//! A place kept while the form is filled in.

use jiff::{SignedDuration, Timestamp};

/// How long a hold lasts, and how much an extension adds.
pub const HOLD_MINUTES: u8 = 10;
/// How often a hold can be extended.
pub const HOLD_EXTENSIONS: u8 = 2;

/// When a hold taken now lapses.
#[must_use]
pub fn hold_until(now: Timestamp) -> Timestamp {
    later(now)
}

/// The new end of a hold that is extended now: ten minutes after its present end, so that extending early costs
/// nothing. `None` when it has lapsed or was extended often enough.
#[must_use]
pub fn extend_hold(now: Timestamp, expires_at: Timestamp, used: u8) -> Option<Timestamp> {
    (now < expires_at && used < HOLD_EXTENSIONS).then(|| later(expires_at))
}

fn later(at: Timestamp) -> Timestamp {
    at.saturating_add(SignedDuration::from_mins(i64::from(HOLD_MINUTES)))
        .unwrap_or(Timestamp::MAX)
}
