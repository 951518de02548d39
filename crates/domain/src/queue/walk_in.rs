//! Whether there is room for somebody who comes without an appointment.

use crate::{
    calendar::{Calendar, sessions_on},
    office::Office,
};
use jiff::civil::{Date, DateTime};

/// Minutes at stations that an office has left on a day from a moment on, breaks left out.
#[must_use]
pub fn staffed_minutes(office: &Office, date: Date, calendar: &Calendar, now: DateTime) -> u32 {
    let sessions = sessions_on(office, date, calendar).iter();
    let stretches = sessions.flat_map(|session| office.staffed(date, session));
    let left = stretches.map(|(stretch, stations)| {
        let from = date.to_datetime(stretch.from()).max(now);
        let minutes = from.duration_until(date.to_datetime(stretch.to())).as_mins();
        u32::try_from(minutes).unwrap_or(0) * u32::from(stations)
    });
    left.sum()
}

/// Minutes that are left for people without an appointment: what is staffed less what is promised to those booked who are
/// still to be served, and to everybody who waits.
#[must_use]
pub const fn room(staffed: u32, promised: u32) -> u32 {
    staffed.saturating_sub(promised)
}
