//! A family's hold as its holder sees it.

use crate::{app::codes::seconds_until, secret};
use eid_domain::{
    booking::HOLD_EXTENSIONS,
    calendar::office_now,
    capacity::TICK_MINUTES,
    wire::household::{HouseholdHold, HouseholdVisit},
};
use eid_store::holds::Reservation;
use jiff::Timestamp;

/// The id of the n-th member's reservation: it follows from the family's token, so that nothing but the token needs
/// to be kept by anybody.
#[must_use]
pub fn reservation_id(token: &str, nth: usize) -> String {
    secret::digest(&format!("{token}.{nth}"))
}

/// The family's places in the order of its members; `None` where one is missing.
#[must_use]
pub fn in_order(token: &str, places: &[Reservation], count: usize) -> Option<Vec<Reservation>> {
    let nth = |nth| {
        let id = reservation_id(token, nth);
        places.iter().find(|place| place.id == id).cloned()
    };
    (places.len() == count && count > 0)
        .then(|| (0..count).map(nth).collect())
        .flatten()
}

/// With the token that only the holder has; `None` where one place is missing or has lapsed.
#[must_use]
pub fn hold(token: String, places: &[Reservation], now: Timestamp) -> Option<HouseholdHold> {
    let places = in_order(&token, places, places.len())?;
    let first = places.first()?;
    let expires_at = first.expires_at?;
    let visit = |place: &Reservation| HouseholdVisit {
        starts_at: office_now(place.starts_at),
        minutes: u16::from(place.ticks) * u16::from(TICK_MINUTES),
    };
    places
        .iter()
        .all(|place| place.is_held(now))
        .then(|| HouseholdHold {
            id: token,
            office_id: first.office_id.clone(),
            visits: places.iter().map(visit).collect(),
            expires_at,
            expires_in_s: seconds_until(expires_at, now),
            extensions_left: HOLD_EXTENSIONS.saturating_sub(first.extensions),
        })
}
