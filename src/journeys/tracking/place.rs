//! An office in words.

use crate::browser::intl;
use crate::i18n::{Lang, keys::tracking, lang, t, tf};
use eid_domain::office::Localised;
use eid_domain::wire::places::{Place, PlaceDay};

/// A text in the language shown.
pub(super) fn said(text: &Localised) -> &str {
    match lang() {
        Lang::Vi => &text.vi,
        Lang::En => &text.en,
    }
}

/// Its name in the language shown.
pub(super) fn name(place: &Place) -> &str {
    said(&place.name)
}

/// "Công an phường Diên Hồng, 47 Thành Thái, Phường Diên Hồng".
pub(super) fn whole(place: &Place) -> String {
    format!("{}, {}", name(place), place.address_line())
}

/// What to mind about the address or the hours; empty where both are sure.
pub(super) fn caution(place: &Place) -> &'static str {
    if place.street.is_none() {
        t(tracking::SLIP_ADDRESS_UNKNOWN)
    } else if !place.hours_verified {
        t(tracking::SLIP_HOURS_UNVERIFIED)
    } else {
        ""
    }
}

/// "Thứ Hai–Thứ Sáu 07:30–11:30, 13:00–17:00", "Thứ Bảy 07:30–11:30".
pub(super) fn hours(place: &Place) -> Vec<String> {
    let usual =
        |name: &str, hours: &[String]| (!hours.is_empty()).then(|| format!("{name} {}", hours.join(", ")));
    let mut lines = vec![usual(t(tracking::SLIP_WEEKDAYS), &place.weekdays)];
    lines.extend(place.but.iter().map(|day| Some(but(day))));
    lines.push(usual(t(tracking::SLIP_SATURDAY), &place.saturday));
    lines.into_iter().flatten().collect()
}

/// "Riêng Thứ Tư: 07:30–11:30", "Riêng Thứ Tư: nghỉ".
fn but(day: &PlaceDay) -> String {
    let hours = match day.hours.as_slice() {
        [] => t(tracking::SLIP_BUT_CLOSED).to_owned(),
        hours => hours.join(", "),
    };
    tf(
        tracking::SLIP_BUT,
        &[("day", &intl::weekday(day.weekday)), ("hours", &hours)],
    )
}

/// What helps to find the place beyond its address: what people used to call it, its entrance.
pub(super) fn way(place: &Place) -> Vec<String> {
    let was = place
        .legacy_name
        .as_ref()
        .map(|name| tf(tracking::SLIP_WAY_WAS, &[("name", name)]));
    // Who comes in a wheelchair must be able to tell "not known" from "no steps".
    let entrance = t(match place.step_free {
        Some(true) => tracking::SLIP_WAY_STEP_FREE,
        Some(false) => tracking::SLIP_WAY_STEPS,
        None => tracking::SLIP_WAY_UNKNOWN,
    });
    let note = place.note.as_ref().map(|note| said(note).to_owned());
    was.into_iter().chain([entrance.to_owned()]).chain(note).collect()
}
