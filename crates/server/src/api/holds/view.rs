//! A hold as its holder sees it.

use crate::app::codes::seconds_until;
use eid_domain::{booking::HOLD_EXTENSIONS, calendar::office_now, capacity::TICK_MINUTES, wire::holds::Hold};
use eid_store::holds::Reservation;
use jiff::Timestamp;

/// With the token that only the holder has.
#[must_use]
pub fn hold(token: String, held: Reservation, now: Timestamp) -> Hold {
    let expires_at = held.expires_at.unwrap_or(now);
    Hold {
        id: token,
        office_id: held.office_id,
        starts_at: office_now(held.starts_at),
        minutes: u16::from(held.ticks) * u16::from(TICK_MINUTES),
        expires_at,
        expires_in_s: seconds_until(expires_at, now),
        extensions_left: HOLD_EXTENSIONS.saturating_sub(held.extensions),
    }
}
