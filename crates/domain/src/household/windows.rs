//! Windows of time that hold a whole family.

use super::Family;
use crate::capacity::{FreeTick, TICK_MINUTES, VisitLengths};
use jiff::{SignedDuration, civil::Time};

/// Two offers begin at least this far apart: a short list, and a choice all the same.
const TICKS_APART: usize = 3;
const TICK: SignedDuration = SignedDuration::from_mins(TICK_MINUTES as i64);

/// A window of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// When the first begins; office time.
    pub start: Time,
    /// When the last is done.
    pub end: Time,
    /// When each begins, in the order the members were given.
    pub starts: Vec<Time>,
}

/// The windows to offer on one day, in order. `ticks` are those of the day in order of time; ticks that follow each
/// other without a gap are one session; `lengths` are the office's. The family may begin at any tick where it fits ([`window_at`]); this is only
/// what is shown.
#[must_use]
pub fn windows(ticks: &[FreeTick], family: &Family, lengths: VisitLengths) -> Vec<Window> {
    let mut offered = Vec::new();
    for session in sessions(ticks) {
        let mut from = 0;
        while let Some(rest) = session.get(from..).filter(|rest| !rest.is_empty()) {
            let found = seat(rest, family, lengths);
            from += if found.is_some() { TICKS_APART } else { 1 };
            offered.extend(found);
        }
    }
    offered
}

/// The window that begins at `start`, where there is one.
#[must_use]
pub fn window_at(ticks: &[FreeTick], family: &Family, lengths: VisitLengths, start: Time) -> Option<Window> {
    sessions(ticks).find_map(|session| {
        let at = session.iter().position(|tick| tick.start == start)?;
        seat(session.get(at..)?, family, lengths)
    })
}

fn sessions(ticks: &[FreeTick]) -> impl Iterator<Item = &[FreeTick]> {
    ticks.chunk_by(|a, b| a.start.duration_until(b.start) == TICK)
}

/// Seats everybody from the first tick on: one after the other takes the earliest begin not before the one of who
/// went before, and nobody leaves a gap.
///
/// Where any seating with this order exists, this finds it: who begins earlier only frees later moments, and whoever
/// filled a gap there can be drawn forward into it.
fn seat(ticks: &[FreeTick], family: &Family, lengths: VisitLengths) -> Option<Window> {
    let first = ticks.first()?.start;
    let most = family.most_at_once();
    let mut free: Vec<u16> = ticks.iter().map(|tick| tick.free.min(most)).collect();
    let mut starts = vec![first; family.members().len()];
    let (mut earliest, mut end) = (0, 0);
    for turn in family.turns() {
        let length = usize::from(family.members().get(turn)?.ticks_at(lengths));
        let fits = |at: &usize| {
            free.get(*at..*at + length)
                .is_some_and(|span| span.iter().all(|free| *free > 0))
        };
        let at = (earliest..=end).find(fits)?;
        free.get_mut(at..at + length)?
            .iter_mut()
            .for_each(|free| *free -= 1);
        (earliest, end) = (at, end.max(at + length));
        *starts.get_mut(turn)? = ticks.get(at)?.start;
    }
    let end = ticks.get(end.checked_sub(1)?)?.start.saturating_add(TICK);
    Some(Window {
        start: first,
        end,
        starts,
    })
}
