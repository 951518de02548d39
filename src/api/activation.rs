//! `/api/activation`: the server keeps the steps under a cookie.

use super::{ApiError, Call};
use eid_domain::wire::activation::{
    ActivationView, GiveCode, SetPasscode, SetPassword, SetQuestions, StartActivation,
};

/// Starts; a code goes to the phone on file where there is one.
///
/// # Errors
/// `invalid_fields`, `too_many_requests`
pub async fn start(wanted: &StartActivation) -> Result<ActivationView, ApiError> {
    Call::post("/api/activation", wanted).send().await
}

/// Where the journey stands.
///
/// # Errors
/// `journey_expired` where there is none
pub async fn get() -> Result<ActivationView, ApiError> {
    Call::get("/api/activation").send().await
}

/// Asks for another code.
///
/// # Errors
/// `too_many_requests`, `journey_expired`
pub async fn resend() -> Result<ActivationView, ApiError> {
    Call::post_empty("/api/activation/resend").send().await
}

/// Gives the code that came.
///
/// # Errors
/// `code_wrong`, `code_expired`, and what stands in the way once the phone is proved
pub async fn code(given: &GiveCode) -> Result<ActivationView, ApiError> {
    Call::post("/api/activation/code", given).send().await
}

/// Sets the password.
///
/// # Errors
/// `invalid_fields`, `journey_expired`
pub async fn password(given: &SetPassword) -> Result<ActivationView, ApiError> {
    Call::post("/api/activation/password", given).send().await
}

/// Sets the passcode.
///
/// # Errors
/// `invalid_fields`, `journey_expired`
pub async fn passcode(given: &SetPasscode) -> Result<ActivationView, ApiError> {
    Call::post("/api/activation/passcode", given).send().await
}

/// Sets the security questions; the account is active then.
///
/// # Errors
/// `invalid_fields`, `journey_expired`, `activation_overdue`
pub async fn questions(given: &SetQuestions) -> Result<ActivationView, ApiError> {
    Call::post("/api/activation/questions", given).send().await
}
