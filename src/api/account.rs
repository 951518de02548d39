//! `/api/session` and `/api/account`: the citizen's own account.

use super::{ApiError, Call};
use eid_domain::wire::account::{AccountView, SignIn};

/// Signs in.
///
/// # Errors
/// `sign_in_refused`, `locked_out`, `account_locked`
pub async fn sign_in(given: &SignIn) -> Result<(), ApiError> {
    Call::post("/api/session", given)
        .send::<serde::de::IgnoredAny>()
        .await
        .map(drop)
}

/// Signs out.
///
/// # Errors
/// [`ApiError`]
pub async fn sign_out() -> Result<(), ApiError> {
    Call::delete("/api/session").send().await
}

/// The account of the person signed in.
///
/// # Errors
/// `not_signed_in`
pub async fn get() -> Result<AccountView, ApiError> {
    Call::get("/api/account").send().await
}
