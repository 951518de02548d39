//! When an office receives people on a given day.

use super::{Calendar, DayKind};
use crate::office::{Office, Session};
use jiff::civil::Date;

/// The sessions of an office on a day, in order; empty when it is closed. What the office itself says of that day wins: it
/// may open on a holiday or a Sunday. Else holidays close it, also on a Saturday; a Saturday worked in place of another day
/// has the sessions of a weekday; a local closure closes this office only. A team's stop is open on its one day, whatever
/// day of the week that is.
#[must_use]
pub fn sessions_on<'a>(office: &'a Office, date: Date, calendar: &Calendar) -> &'a [Session] {
    if !office.takes_people_on(date) {
        return &[];
    }
    if let Some(day) = office.exception_on(date) {
        return &day.sessions;
    }
    if calendar.closure(date, office.id.as_str()).is_some() {
        return &[];
    }
    if office.only_day() == Some(date) {
        return office.hours.weekdays();
    }
    match calendar.special(date).map(|day| day.kind) {
        Some(DayKind::Holiday | DayKind::Compensation) => &[],
        Some(DayKind::SwapWorking) => office.hours.weekdays(),
        Some(DayKind::LocalClosure) | None => office.hours.of(date),
    }
}
