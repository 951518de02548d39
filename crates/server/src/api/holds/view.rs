//! A hold as its holder sees it.

use crate::{app::codes::seconds_until, problem::ApiError};
use eid_domain::{
    booking::{HOLD_EXTENSIONS, extend_hold},
    calendar::office_now,
    capacity::TICK_MINUTES,
    problem::ProblemCode,
    wire::holds::Hold,
};
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

/// Until when a hold that is held now may be kept, one extension on.
///
/// # Errors
/// `hold_expired` where nothing is held, `hold_not_extendable` where it was extended as often as it may be.
pub fn longer(held: Option<&Reservation>, now: Timestamp) -> Result<Timestamp, ApiError> {
    let held = held.ok_or(ApiError::from(ProblemCode::HoldExpired))?;
    let until = extend_hold(now, held.expires_at.unwrap_or(now), held.extensions);
    until.ok_or(ApiError::from(ProblemCode::HoldNotExtendable))
}
