//! `/api/tracking`: finding one's dossier again.

use super::{ApiError, Call};
use eid_domain::wire::phone_codes::ConfirmCode;
use eid_domain::wire::tracking::{Found, LookUpByCode, LookUpByPerson, LookUpStarted};

/// By reference or dossier code, and birth date.
///
/// # Errors
/// `no_match`, `too_many_requests`, `invalid_fields`
pub async fn by_code(wanted: &LookUpByCode) -> Result<Found, ApiError> {
    Call::post("/api/tracking/by-code", wanted).send().await
}

/// By number and birth date; a code goes to the phone on file. The answer says nothing about who exists.
///
/// # Errors
/// `too_many_requests`, `invalid_fields`
pub async fn by_person(wanted: &LookUpByPerson) -> Result<LookUpStarted, ApiError> {
    Call::post("/api/tracking/by-person", wanted).send().await
}

/// Gives the code that came.
///
/// # Errors
/// `code_wrong`, `code_expired`
pub async fn confirm(id: &str, code: &ConfirmCode) -> Result<Found, ApiError> {
    Call::post(format!("/api/tracking/{id}/confirm"), code)
        .send()
        .await
}
