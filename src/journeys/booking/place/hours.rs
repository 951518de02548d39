//! Opening hours on one line.

use crate::browser::intl;
use crate::i18n::{keys::booking, t};
use eid_domain::office::{Office, Session, WeeklyHours};

/// "Thứ Hai–Thứ Sáu 07:30–11:30, 13:00–17:00 · Thứ Bảy 07:30–11:30"; of a team's stop its one day.
pub(in super::super) fn of(office: &Office) -> String {
    match office.only_day() {
        Some(day) => format!("{} {}", intl::long_date(day), times(office.hours.weekdays())),
        None => words(&office.hours),
    }
}

/// The same for a normal week.
pub(in super::super) fn words(hours: &WeeklyHours) -> String {
    let days = [
        (t(booking::PLACE_WEEKDAYS), hours.weekdays()),
        (t(booking::PLACE_SATURDAY), hours.saturday()),
    ];
    let parts = days.into_iter().filter(|(_, sessions)| !sessions.is_empty());
    parts
        .map(|(name, sessions)| format!("{name} {}", times(sessions)))
        .collect::<Vec<_>>()
        .join(" · ")
}

fn times(sessions: &[Session]) -> String {
    let one = |session: &Session| format!("{}–{}", intl::time(session.from()), intl::time(session.to()));
    sessions.iter().map(one).collect::<Vec<_>>().join(", ")
}
