//! `/api/desk/second-factor`, and the second step of signing in.

use super::{ApiError, Call};
use eid_domain::wire::second_factor::{Enrolment, FactorView, GiveCode, RecoveryCodes, StaffSignedIn};

/// Gives the code after the password.
///
/// # Errors
/// `not_signed_in`, `code_wrong`, `locked_out`
pub async fn sign_in(code: &str) -> Result<StaffSignedIn, ApiError> {
    Call::post("/api/desk/session/code", &given(code)).send().await
}

/// One's own second factor.
///
/// # Errors
/// `not_signed_in`
pub async fn read() -> Result<FactorView, ApiError> {
    Call::get("/api/desk/second-factor").send().await
}

/// A new secret.
///
/// # Errors
/// `not_signed_in`, `state_conflict`
pub async fn begin() -> Result<Enrolment, ApiError> {
    Call::post_empty("/api/desk/second-factor").send().await
}

/// Its first code.
///
/// # Errors
/// `code_wrong`, `journey_expired`, `locked_out`
pub async fn confirm(code: &str) -> Result<RecoveryCodes, ApiError> {
    Call::post("/api/desk/second-factor/confirm", &given(code))
        .send()
        .await
}

/// Ten new recovery codes.
///
/// # Errors
/// `code_wrong`, `locked_out`
pub async fn renew(code: &str) -> Result<RecoveryCodes, ApiError> {
    Call::post("/api/desk/second-factor/recovery-codes", &given(code))
        .send()
        .await
}

fn given(code: &str) -> GiveCode {
    GiveCode {
        code: code.to_owned(),
    }
}
