//! `/api/holds`: a place kept while the form is filled in.

use super::{ApiError, Call};
use eid_domain::wire::holds::{Extended, Hold, NewHold};

/// Keeps a place.
///
/// # Errors
/// `slot_taken`, `slot_not_offered`, `too_many_requests`
pub async fn create(wanted: &NewHold) -> Result<Hold, ApiError> {
    Call::post("/api/holds", wanted).send().await
}

/// Keeps a place for who has a visit already, shown by its key: also at a stop that is closed to others.
///
/// # Errors
/// As [`create`].
pub async fn create_to_move(wanted: &NewHold, key: &str) -> Result<Hold, ApiError> {
    Call::post("/api/holds", wanted).access_key(key).send().await
}

/// Keeps it longer; it may be a family's window.
///
/// # Errors
/// `hold_expired`, `hold_not_extendable`
pub async fn extend(id: &str, family: bool) -> Result<Extended, ApiError> {
    Call::post_empty(format!("{}/extend", address(id, family)))
        .send()
        .await
}

/// Gives it back; it may be a family's window.
///
/// # Errors
/// [`ApiError`]
pub async fn release(id: &str, family: bool) -> Result<(), ApiError> {
    Call::delete(address(id, family)).send().await
}

fn address(id: &str, family: bool) -> String {
    let holds = if family { "household-holds" } else { "holds" };
    format!("/api/{holds}/{id}")
}
