//! How long somebody waits, from what the counters of that office really take.

/// The booked length counts as much as so many real visits: it rules in the morning, the real ones later.
pub const PRIOR_WEIGHT: usize = 5;

/// How many minutes a visit takes: the middle one of the recent real ones, among which the booked length stands
/// [`PRIOR_WEIGHT`] times.
#[must_use]
pub fn expected_minutes(recent: &[u16], booked: u16) -> u16 {
    let mut all: Vec<u16> = recent.to_vec();
    all.extend(std::iter::repeat_n(booked, PRIOR_WEIGHT));
    all.sort_unstable();
    all.get(all.len() / 2).copied().unwrap_or(booked).max(1)
}

/// A station that works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Station {
    /// Its number.
    pub number: u8,
    /// In so many minutes it has finished what it is doing.
    pub free_in: u16,
}

/// Minutes until each is called, in the order of the line. Each comes as (minutes at the counter, the only station that may
/// call them); whoever is next goes to the station that is free first. Without a station at work nothing can be said.
#[must_use]
pub fn waits(stations: &[Station], line: &[(u16, Option<u8>)]) -> Vec<Option<u16>> {
    let mut stations = stations.to_vec();
    let mut told = Vec::with_capacity(line.len());
    for (minutes, only) in line {
        let own = stations.iter().position(|station| Some(station.number) == *only);
        let free = || {
            let all = stations.iter().enumerate();
            all.min_by_key(|(_, station)| (station.free_in, station.number))
                .map(|(index, _)| index)
        };
        let taken = own.or_else(free).and_then(|index| stations.get_mut(index));
        told.push(taken.map(|station| {
            let wait = station.free_in;
            station.free_in = wait.saturating_add(*minutes);
            wait
        }));
    }
    told
}
