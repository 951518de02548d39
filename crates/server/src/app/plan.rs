//! What an office's plan offers on a day, before anybody has booked.

use eid_domain::{
    booking::{CheckInWindow, check_in_window},
    calendar::{Calendar, sessions_on},
    capacity::{Tick, online_ticks},
    office::{Office, Session},
};
use jiff::civil::{Date, DateTime};

/// The ticks of a day in order, with the places that can be booked online.
#[must_use]
pub fn ticks(office: &Office, calendar: &Calendar, date: Date) -> Vec<Tick> {
    let of_session = |session: &Session| {
        online_ticks(
            u16::from(office.stations),
            office.walk_in_share,
            session.from(),
            session.to(),
        )
    };
    sessions_on(office, date, calendar)
        .iter()
        .flat_map(of_session)
        .collect()
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
