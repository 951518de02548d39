//! Opening hours on one line.

use crate::browser::intl;
use crate::i18n::{keys::booking, t, tf};
use eid_domain::office::{DayHours, Office, Session, WeeklyHours};

/// "Thứ Hai–Thứ Sáu 07:30–11:30, 13:00–17:00 · Thứ Bảy 07:30–11:30"; of a team's stop its one day.
pub(in super::super) fn of(office: &Office) -> String {
    match office.only_day() {
        Some(day) => format!("{} {}", intl::long_date(day), times(office.hours.weekdays())),
        None => words(&office.hours),
    }
}

/// The same for a normal week.
pub(in super::super) fn words(hours: &WeeklyHours) -> String {
    let usual = |name: &str, sessions: &[Session]| {
        (!sessions.is_empty()).then(|| format!("{name} {}", times(sessions)))
    };
    let differing = hours.differing().iter().map(|day| Some(but(day)));
    let mut parts = vec![usual(t(booking::PLACE_WEEKDAYS), hours.weekdays())];
    parts.extend(differing);
    parts.push(usual(t(booking::PLACE_SATURDAY), hours.saturday()));
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// "Riêng Thứ Tư: 07:30–11:30", "Riêng Thứ Tư: nghỉ".
fn but(day: &DayHours) -> String {
    let hours = match day.sessions.as_slice() {
        [] => t(booking::PLACE_BUT_CLOSED).to_owned(),
        sessions => times(sessions),
    };
    tf(
        booking::PLACE_BUT,
        &[("day", &intl::weekday(day.weekday)), ("hours", &hours)],
    )
}

fn times(sessions: &[Session]) -> String {
    let one = |session: &Session| format!("{}–{}", intl::time(session.from()), intl::time(session.to()));
    sessions.iter().map(one).collect::<Vec<_>>().join(", ")
}
