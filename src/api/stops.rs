//! `/api/desk/stops`: where teams of the own office go to.

use super::{ApiError, Call};
use eid_domain::wire::class_list::{ClassList, ClassListView, ConfirmClassList};
use eid_domain::wire::rounds::RoundView;
use eid_domain::wire::stops::{CancelStop, NewStop, Stop, StopHours, StopView, StopsView};
use jiff::civil::Date;

/// Every stop from today on.
///
/// # Errors
/// `not_signed_in`, `not_allowed`
pub async fn list() -> Result<StopsView, ApiError> {
    Call::get("/api/desk/stops").send().await
}

/// Plans one.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`
pub async fn plan(wanted: &NewStop) -> Result<Stop, ApiError> {
    Call::post("/api/desk/stops", wanted).send().await
}

/// One, with its people.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`
pub async fn get(id: &str) -> Result<StopView, ApiError> {
    Call::get(format!("/api/desk/stops/{id}")).send().await
}

/// Gives one other hours, or another team.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`, `invalid_fields`; `state_conflict` with the fields that people stand in the
/// way of
pub async fn change(id: &str, wanted: &StopHours) -> Result<StopView, ApiError> {
    Call::put(format!("/api/desk/stops/{id}"), wanted).send().await
}

/// The round of the own office's teams on a day.
///
/// # Errors
/// `not_signed_in`, `not_allowed`
pub async fn round(date: Date) -> Result<RoundView, ApiError> {
    Call::get(format!("/api/desk/rounds/{date}")).send().await
}

/// Cancels one.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`, `invalid_fields`, `state_conflict`
pub async fn cancel(id: &str, wanted: &CancelStop) -> Result<StopView, ApiError> {
    Call::post(format!("/api/desk/stops/{id}/cancel"), wanted)
        .send()
        .await
}

/// What would become of a school's list.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`, `invalid_fields`, `state_conflict`, `body_too_large`
pub async fn preview(id: &str, list: &ClassList) -> Result<ClassListView, ApiError> {
    Call::post(format!("/api/desk/stops/{id}/class-list/preview"), list)
        .send()
        .await
}

/// Books what was seen.
///
/// # Errors
/// As [`preview`]; `state_conflict` where something has changed since.
pub async fn confirm(id: &str, list: &ConfirmClassList) -> Result<ClassListView, ApiError> {
    Call::post(format!("/api/desk/stops/{id}/class-list"), list)
        .send()
        .await
}
