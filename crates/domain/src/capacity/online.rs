//! How much of a session can be booked online.

use super::TICK_MINUTES;
use crate::{
    calendar::{Calendar, sessions_on},
    office::Office,
};
use jiff::{
    SignedDuration,
    civil::{Date, Time},
};
use serde::{Deserialize, Serialize};

const TICKS_PER_HOUR: u32 = 60 / TICK_MINUTES as u32;

/// The places of one tick that can be booked online.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tick {
    /// Its start, office time.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub start: Time,
    /// Visits it can hold; may be 0.
    pub capacity: u16,
}

/// The ticks of one session, from its opening to its close, where `walk_in_share` percent of the station time is
/// kept for people who come without an appointment (Decree 70/2024/NĐ-CP, art. 21(1) lets them come).
///
/// Counted by the hour from the opening: of `stations × 6` station-ticks an hour the online share, rounded down.
/// Whole stations first, the rest to the first ticks of the hour, so that the online places of a small office lie
/// next to each other and can hold a visit longer than a tick. An hour cut short by the close has its share of it;
/// a tick cut short is left out.
#[must_use]
pub fn online_ticks(stations: u16, walk_in_share: u8, opens: Time, closes: Time) -> Vec<Tick> {
    let tick = SignedDuration::from_mins(i64::from(TICK_MINUTES));
    let count = u32::try_from(opens.duration_until(closes).as_mins() / i64::from(TICK_MINUTES)).unwrap_or(0);
    let share = u32::from(100u8.saturating_sub(walk_in_share));
    let mut start = opens;
    let mut ticks = Vec::with_capacity(count as usize);
    for index in 0..count {
        let in_hour = index % TICKS_PER_HOUR;
        let length = (count - (index - in_hour)).min(TICKS_PER_HOUR);
        let online = u32::from(stations) * length * share / 100;
        let capacity = online / length + u32::from(in_hour < online % length);
        ticks.push(Tick {
            start,
            capacity: u16::try_from(capacity).unwrap_or(stations),
        });
        start = start.saturating_add(tick);
    }
    ticks
}

/// The ticks of an office on a day, in order of time; empty when it is closed. Where the rota changes within a session, the
/// hours are counted anew from there.
#[must_use]
pub fn online_capacity(office: &Office, date: Date, calendar: &Calendar) -> Vec<Tick> {
    let sessions = sessions_on(office, date, calendar).iter();
    let stretches = sessions.flat_map(|session| office.staffed(date, session));
    stretches
        .flat_map(|(stretch, stations)| {
            let (from, to) = (stretch.from(), stretch.to());
            online_ticks(u16::from(stations), office.walk_in_share, from, to)
        })
        .collect()
}
