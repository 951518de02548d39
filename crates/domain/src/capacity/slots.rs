//! Start times to offer.

use super::TICK_MINUTES;
use jiff::{SignedDuration, civil::Time};
use serde::{Deserialize, Serialize};

/// The places of one tick that are still free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FreeTick {
    /// Its start, office time.
    pub start: Time,
    /// Visits it can still hold.
    pub free: u16,
}

/// A start time that can be offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SlotStart {
    /// Office time.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub start: Time,
    /// Visits that can still begin here: the fewest places of its ticks.
    pub free: u16,
}

/// The start times to offer for a visit of `needed` ticks. `ticks` are those of one day in order of time; ticks that
/// follow each other without a gap are one session, a visit never spans a break.
///
/// Offered are the multiples of the visit's length from the session's opening, which keeps the list short and the
/// station time in one piece, and, where such a time is taken, any other time that overlaps none of those
/// offered. A visit may begin at any tick where it fits; this is only what is shown.
#[must_use]
pub fn slot_starts(ticks: &[FreeTick], needed: u8) -> Vec<SlotStart> {
    let needed = usize::from(needed.max(1));
    let tick = SignedDuration::from_mins(i64::from(TICK_MINUTES));
    let mut offered = Vec::new();
    for session in ticks.chunk_by(|a, b| a.start.duration_until(b.start) == tick) {
        let mut taken = vec![false; session.len()];
        let starts = (0..session.len()).step_by(needed).chain(0..session.len());
        for start in starts {
            let Some(span) = session.get(start..start + needed) else {
                continue;
            };
            let free = span.iter().map(|tick| tick.free).min().unwrap_or(0);
            let Some(covered) = taken.get_mut(start..start + needed) else {
                continue;
            };
            if free > 0 && !covered.contains(&true) {
                covered.fill(true);
                offered.extend(span.first().map(|first| SlotStart {
                    start: first.start,
                    free,
                }));
            }
        }
    }
    offered.sort_by_key(|slot| slot.start);
    offered
}
