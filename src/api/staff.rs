//! `/api/desk/staff`: who may sign in at the desk.

use super::{ApiError, Call};
use eid_domain::wire::staff_admin::{
    EditStaff, NewStaff, OneTimePassword, StaffList, StaffRow, StaffStep, TakeStep,
};

/// Everybody.
///
/// # Errors
/// `not_signed_in`, `not_allowed`
pub async fn list() -> Result<StaffList, ApiError> {
    Call::get("/api/desk/staff").send().await
}

/// A new member of staff.
///
/// # Errors
/// `invalid_fields`
pub async fn add(new: &NewStaff) -> Result<StaffRow, ApiError> {
    Call::post("/api/desk/staff", new).send().await
}

/// Another name, role or office.
///
/// # Errors
/// `invalid_fields`, `state_conflict`
pub async fn edit(id: &str, edited: &EditStaff) -> Result<StaffRow, ApiError> {
    Call::put(format!("/api/desk/staff/{id}"), edited).send().await
}

/// Disables, enables, takes the second factors away.
///
/// # Errors
/// `state_conflict`
pub async fn step(id: &str, step: StaffStep) -> Result<StaffRow, ApiError> {
    Call::post(format!("/api/desk/staff/{id}/step"), &TakeStep { step })
        .send()
        .await
}

/// A password for who has forgotten theirs; they choose their own at the next sign-in.
///
/// # Errors
/// `state_conflict`
pub async fn reset_password(id: &str) -> Result<OneTimePassword, ApiError> {
    Call::post_empty(format!("/api/desk/staff/{id}/password"))
        .send()
        .await
}
