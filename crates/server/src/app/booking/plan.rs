//! What an office's plan offers on a day, before anybody has booked.

use eid_domain::{
    booking::{CheckInWindow, check_in_window},
    calendar::{Calendar, sessions_on},
    capacity::{Tick, kept_places, kept_until, online_capacity},
    office::{Office, UsualShare},
};
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};

/// The ticks of a day in order, with the places that can be booked.
#[must_use]
pub fn ticks(office: &Office, calendar: &Calendar, date: Date) -> Vec<Tick> {
    online_capacity(office, date, calendar)
}

/// How many places of each of a day's ticks are kept for phone and desk at this moment; empty where none are.
#[must_use]
pub fn kept(office: &Office, ticks: &[Tick], date: Date, usual: &UsualShare, now: Timestamp) -> Vec<u16> {
    match office.assisted_share_on(date, usual) {
        0 => Vec::new(),
        _ if kept_until(date) <= now => Vec::new(),
        share => kept_places(ticks, share),
    }
}

/// The ticks that a visit takes, as the plan has them.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// Places of each.
    pub capacities: Vec<u16>,
    /// Of these, kept for phone and desk; empty where none are.
    pub kept: Vec<u16>,
}

impl Stretch {
    /// So many ticks of a day from the `first` on; `None` where the day has not as many.
    #[must_use]
    pub fn of(ticks: &[Tick], kept: &[u16], first: usize, count: usize) -> Option<Self> {
        let span = first..first.checked_add(count)?;
        Some(Self {
            capacities: ticks
                .get(span.clone())?
                .iter()
                .map(|tick| tick.capacity)
                .collect(),
            kept: kept.get(span).unwrap_or_default().to_vec(),
        })
    }
}

/// When who has booked this time can be received, and from when on they have missed it.
#[must_use]
pub fn window(office: Option<&Office>, calendar: &Calendar, starts_at: DateTime) -> CheckInWindow {
    let sessions = office.map_or(&[][..], |office| sessions_on(office, starts_at.date(), calendar));
    check_in_window(starts_at, sessions)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data;
    use jiff::civil::date;

    #[test]
    fn closed_on_sundays_and_holidays_open_on_swapped_saturdays() {
        let calendar = data::calendar().unwrap();
        let offices = data::offices().unwrap();
        let office = offices
            .iter()
            .find(|office| office.id.as_str() == "hcm-pc06")
            .unwrap();
        let count = |day| ticks(office, &calendar, day).len();
        assert_eq!(count(date(2026, 11, 23)), 48, "Monday, eight hours");
        assert_eq!(count(date(2026, 11, 24)), 0, "Viet Nam Culture Day");
        assert_eq!(count(date(2026, 11, 28)), 24, "Saturday morning");
        assert_eq!(count(date(2026, 11, 29)), 0, "Sunday");
        assert_eq!(
            count(date(2026, 8, 22)),
            48,
            "a Saturday worked in place of 31 August"
        );
    }
}
