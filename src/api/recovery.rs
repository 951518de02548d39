//! `/api/recovery`: another password or passcode for who has forgotten the old one.

use super::{ApiError, Call};
use eid_domain::wire::recovery::{
    NewPasscode, NewPassword, RecoveryBegun, RecoveryCode, RecoveryQuestions, StartRecovery,
};

/// Has a code sent, if number and phone belong together.
///
/// # Errors
/// `invalid_fields`, `too_many_requests`
pub async fn start(given: &StartRecovery) -> Result<RecoveryBegun, ApiError> {
    Call::post("/api/recovery", given).send().await
}

/// Another code.
///
/// # Errors
/// `journey_expired`, `too_many_requests`
pub async fn resend() -> Result<RecoveryBegun, ApiError> {
    Call::post_empty("/api/recovery/resend").send().await
}

/// Proves the phone; gives the questions.
///
/// # Errors
/// `code_wrong`, `code_expired`, `journey_expired`
pub async fn code(code: String) -> Result<RecoveryQuestions, ApiError> {
    Call::post("/api/recovery/code", &RecoveryCode { code })
        .send()
        .await
}

/// Answers them and sets the password.
///
/// # Errors
/// `invalid_fields`, `locked_out`, `journey_expired`
pub async fn password(given: &NewPassword) -> Result<(), ApiError> {
    Call::post("/api/recovery/password", given).send().await
}

/// Answers them and sets the passcode.
///
/// # Errors
/// `invalid_fields`, `locked_out`, `journey_expired`
pub async fn passcode(given: &NewPasscode) -> Result<(), ApiError> {
    Call::post("/api/recovery/passcode", given).send().await
}
