//! `/api/venue` and `/api/desk/venues`: lodgings and apartment blocks with a sign-in of their own.

use super::{ApiError, Call};
use eid_domain::wire::staff_admin::{ChangePassword, OneTimePassword};
use eid_domain::wire::venues::{
    VenueChecks, VenueInput, VenueList, VenueRow, VenueSignIn, VenueStep, VenueView,
};

/// Which place is signed in.
///
/// # Errors
/// `not_signed_in`
pub async fn current() -> Result<VenueView, ApiError> {
    Call::get("/api/venue/session").send().await
}

/// Signs a place in.
///
/// # Errors
/// `sign_in_refused`, `locked_out`
pub async fn sign_in(given: &VenueSignIn) -> Result<VenueView, ApiError> {
    Call::post("/api/venue/session", given).send().await
}

/// Signs out.
///
/// # Errors
/// [`ApiError`]
pub async fn sign_out() -> Result<(), ApiError> {
    Call::delete("/api/venue/session").send().await
}

/// Chooses another password.
///
/// # Errors
/// `invalid_fields`, `sign_in_refused`, `locked_out`
pub async fn change_password(wanted: &ChangePassword) -> Result<(), ApiError> {
    Call::put("/api/venue/password", wanted).send().await
}

/// The checks of a day.
///
/// # Errors
/// `not_signed_in`, `password_change_needed`
pub async fn checks(day: &str) -> Result<VenueChecks, ApiError> {
    Call::get(format!("/api/venue/checks?day={day}")).send().await
}

/// Every registered place.
///
/// # Errors
/// `not_signed_in`, `not_allowed`
pub async fn list() -> Result<VenueList, ApiError> {
    Call::get("/api/desk/venues").send().await
}

/// Registers one.
///
/// # Errors
/// `invalid_fields`
pub async fn add(new: &VenueInput) -> Result<VenueRow, ApiError> {
    Call::post("/api/desk/venues", new).send().await
}

/// Another name, kind, address or phone.
///
/// # Errors
/// `invalid_fields`, `not_found`
pub async fn edit(id: &str, edited: &VenueInput) -> Result<VenueRow, ApiError> {
    Call::put(format!("/api/desk/venues/{id}"), edited).send().await
}

/// May sign in no more, or again.
///
/// # Errors
/// `not_found`
pub async fn step(id: &str, disabled: bool) -> Result<VenueRow, ApiError> {
    Call::post(format!("/api/desk/venues/{id}/step"), &VenueStep { disabled })
        .send()
        .await
}

/// A one-time password.
///
/// # Errors
/// `not_found`
pub async fn reset_password(id: &str) -> Result<OneTimePassword, ApiError> {
    Call::post_empty(format!("/api/desk/venues/{id}/password"))
        .send()
        .await
}
