//! A stop in words.

use crate::browser::intl;
use crate::i18n::{keys::stops as k, t};
use eid_domain::campaign::StopKind;
use eid_domain::office::Session;
use eid_domain::wire::stops::Stop;

/// What it is.
pub(in crate::journeys::desk) fn kind(kind: StopKind) -> &'static str {
    t(match kind {
        StopKind::School => k::KIND_SCHOOL,
        StopKind::Hamlet => k::KIND_HAMLET,
        StopKind::Home => k::KIND_HOME,
        StopKind::Hospital => k::KIND_HOSPITAL,
    })
}

/// "08:00–11:30, 13:00–16:00".
pub(in crate::journeys::desk) fn hours(stop: &Stop) -> String {
    let one = |session: &Session| format!("{}–{}", intl::time(session.from()), intl::time(session.to()));
    let hours: Vec<String> = stop.sessions.iter().map(one).collect();
    hours.join(", ")
}

/// "Thứ Sáu, 4 tháng 12, 2026 · 08:00–11:30, 13:00–16:00".
pub(in crate::journeys::desk) fn when(stop: &Stop) -> String {
    format!("{} · {}", intl::long_date(stop.date), hours(stop))
}

/// Who may book there.
pub(super) fn open_to(stop: &Stop) -> &'static str {
    t(if stop.is_public { k::PUBLIC } else { k::CLOSED })
}
