//! An office in words.

use crate::browser::intl;
use crate::i18n::{Lang, keys::tracking, lang, t, tf};
use eid_domain::office::{Office, Session};

/// Its name in the language shown.
pub(super) fn name(office: &Office) -> &str {
    match lang() {
        Lang::Vi => &office.name.vi,
        Lang::En => &office.name.en,
    }
}

/// House and street, commune; without a known street, the commune alone.
pub(super) fn address(office: &Office) -> String {
    match &office.street {
        Some(street) => format!("{street}, {}", office.commune),
        None => office.commune.clone(),
    }
}

/// What to mind about the address or the hours; empty where both are sure.
pub(super) fn caution(office: &Office) -> &'static str {
    if office.street.is_none() {
        t(tracking::SLIP_ADDRESS_UNKNOWN)
    } else if !office.hours_verified {
        t(tracking::SLIP_HOURS_UNVERIFIED)
    } else {
        ""
    }
}

/// "Thứ Hai–Thứ Sáu 07:30–11:30, 13:00–17:00", "Thứ Bảy 07:30–11:30".
pub(super) fn hours(office: &Office) -> Vec<String> {
    let days = [
        (t(tracking::SLIP_WEEKDAYS), office.hours.weekdays()),
        (t(tracking::SLIP_SATURDAY), office.hours.saturday()),
    ];
    let open = days.into_iter().filter(|(_, sessions)| !sessions.is_empty());
    open.map(|(name, sessions)| format!("{name} {}", times(sessions)))
        .collect()
}

fn times(sessions: &[Session]) -> String {
    let one = |session: &Session| format!("{}–{}", intl::time(session.from()), intl::time(session.to()));
    sessions.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// What helps to find the place beyond its address: what people used to call it, its entrance.
pub(super) fn way(office: &Office) -> Vec<String> {
    let was = office
        .legacy_name
        .as_ref()
        .map(|name| tf(tracking::SLIP_WAY_WAS, &[("name", name)]));
    let entrance = office.step_free.map(|free| {
        t(if free {
            tracking::SLIP_WAY_STEP_FREE
        } else {
            tracking::SLIP_WAY_STEPS
        })
        .to_owned()
    });
    let note = office.note.as_ref().map(|note| match lang() {
        Lang::Vi => note.vi.clone(),
        Lang::En => note.en.clone(),
    });
    was.into_iter().chain(entrance).chain(note).collect()
}
