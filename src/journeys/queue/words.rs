//! A place in the line in words.

use crate::i18n::{Lang, keys::queue as k, lang, t, tf, tn};
use eid_domain::office::Localised;
use eid_domain::queue::TicketState;
use eid_domain::wire::queue::PlaceView;

/// An office's name in the language shown.
pub(super) fn office(name: &Localised) -> &str {
    match lang() {
        Lang::Vi => &name.vi,
        Lang::En => &name.en,
    }
}

/// "Quầy 3".
pub(super) fn station(number: u8) -> String {
    tf(k::STATION, &[("station", &number.to_string())])
}

/// What is most to be known.
pub(super) fn title(place: &PlaceView) -> String {
    match (place.state, place.station) {
        (TicketState::Called, _) => t(k::YOUR_TURN).to_owned(),
        (TicketState::Serving, Some(at)) => tf(k::SERVING, &[("station", &at.to_string())]),
        (TicketState::Serving, None) => t(k::SERVING_SOMEWHERE).to_owned(),
        (TicketState::Done, _) => t(k::DONE).to_owned(),
        (TicketState::Absent, _) => t(k::ABSENT).to_owned(),
        (TicketState::Waiting, _) if place.ahead == 0 => t(k::AHEAD_NONE).to_owned(),
        (TicketState::Waiting, _) => tn(k::AHEAD, u32::from(place.ahead)),
    }
}

/// How long it takes: to five minutes, as more would be a promise.
pub(super) fn wait(minutes: Option<u16>) -> String {
    match minutes {
        None => t(k::WAIT_UNKNOWN).to_owned(),
        Some(..3) => t(k::WAIT_NOW).to_owned(),
        Some(minutes) => tf(k::WAIT, &[("count", &(minutes.div_ceil(5) * 5).to_string())]),
    }
}
