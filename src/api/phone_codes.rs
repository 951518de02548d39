//! `/api/phone-codes`: proving a phone.

use super::{ApiError, Call};
use eid_domain::wire::phone_codes::{CodeSent, ConfirmCode, NewPhoneCode, PhoneProof};

/// Sends a code.
///
/// # Errors
/// `invalid_fields`, `too_many_requests`
pub async fn send(wanted: &NewPhoneCode) -> Result<CodeSent, ApiError> {
    Call::post("/api/phone-codes", wanted).send().await
}

/// Gives the code that came.
///
/// # Errors
/// `code_wrong`, `code_expired`
pub async fn confirm(id: &str, code: &ConfirmCode) -> Result<PhoneProof, ApiError> {
    Call::post(format!("/api/phone-codes/{id}/confirm"), code)
        .send()
        .await
}
