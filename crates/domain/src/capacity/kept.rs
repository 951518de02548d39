//! Places kept for people who book by phone or at the desk, and until when.
//!
//! The protection is nested: staff may book any place for a person, online bookings only what leaves the kept places
//! alone. Of a tick with `capacity` places of which `kept` are kept, `taken` are taken, and `assisted` of those by staff,
//! one more may go online while `taken < capacity - max(0, kept - assisted)`.

use super::{FreeTick, TICK_MINUTES, Tick};
use crate::{
    booking::Channel,
    calendar::{days_after, office_timestamp},
};
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, Time, time},
};

/// On the day before, at this office time, what was kept and not booked goes to everybody: late enough for who phones
/// the day before, early enough for others to plan.
pub const KEPT_UNTIL: Time = time(12, 0, 0, 0);

/// Kept places lie in runs of at least so many ticks: a visit of an older person, who is likeliest to phone. A shorter
/// run would keep a place from everybody and be of use to few.
const SHORTEST_RUN: u32 = 3;
const TICKS_PER_HOUR: usize = 60 / TICK_MINUTES as usize;

/// The instant from which on the kept places of a day are everybody's.
#[must_use]
pub fn kept_until(day: Date) -> Timestamp {
    office_timestamp(days_after(day, -1).to_datetime(KEPT_UNTIL))
}

/// How many places of each of a day's ticks are kept, where `share` percent of them are.
///
/// Counted by the hour from each opening, rounded down; what an hour is too short of for a run is carried to the next.
/// Within the hour one place after the other from its beginning, so that they lie next to each other.
#[must_use]
pub fn kept_places(ticks: &[Tick], share: u8) -> Vec<u16> {
    let tick = SignedDuration::from_mins(i64::from(TICK_MINUTES));
    let share = u32::from(share.min(100));
    let mut kept = vec![0; ticks.len()];
    let (mut first, mut due) = (0, 0);
    for session in ticks.chunk_by(|a, b| a.start.duration_until(b.start) == tick) {
        for hour in session.chunks(TICKS_PER_HOUR) {
            let places: u32 = hour.iter().map(|tick| u32::from(tick.capacity)).sum();
            due += places * share;
            let count = (due / 100).min(places);
            if count >= SHORTEST_RUN {
                due -= count * 100;
                lay(hour, kept.iter_mut().skip(first), count);
            }
            first += hour.len();
        }
    }
    kept
}

/// Lays so many places over an hour: the first of each tick in order of time, then the second of each.
fn lay<'a>(hour: &[Tick], kept: impl Iterator<Item = &'a mut u16>, mut count: u32) {
    let mut kept: Vec<(&mut u16, u16)> = kept.zip(hour.iter().map(|tick| tick.capacity)).collect();
    while count > 0 {
        let before = count;
        for (kept, capacity) in &mut kept {
            if count > 0 && **kept < *capacity {
                **kept += 1;
                count -= 1;
            }
        }
        if count == before {
            return;
        }
    }
}

/// What is known of a tick when somebody asks what is free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places {
    /// Visits it can hold.
    pub capacity: u16,
    /// Of these, kept for phone and desk; 0 from [`kept_until`] on.
    pub kept: u16,
    /// Held or booked.
    pub taken: u16,
    /// Of those taken, by staff for a person.
    pub assisted: u16,
}

impl Places {
    /// Places left for a channel.
    #[must_use]
    pub fn free(self, channel: Channel) -> u16 {
        let free = self.capacity.saturating_sub(self.taken);
        match channel {
            Channel::Online => free.saturating_sub(self.kept.saturating_sub(self.assisted)),
            Channel::Assisted => free,
        }
    }

    /// The tick as the channel finds it.
    #[must_use]
    pub fn free_tick(self, start: Time, channel: Channel) -> FreeTick {
        FreeTick {
            start,
            free: self.free(channel),
        }
    }
}

#[cfg(test)]
#[path = "kept_tests.rs"]
mod tests;
