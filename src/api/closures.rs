//! `/api/desk/closures`: days that the office closes.

use super::{ApiError, Call};
use eid_domain::wire::closures::{Closure, ClosurePreview, ClosuresView, DayPart, NewClosure, Reopened};

/// What is closed from today on.
///
/// # Errors
/// `not_signed_in`, `not_allowed`
pub async fn list() -> Result<ClosuresView, ApiError> {
    Call::get("/api/desk/closures").send().await
}

/// Whom it would concern.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`
pub async fn preview(date: &str, part: DayPart) -> Result<ClosurePreview, ApiError> {
    Call::get(format!("/api/desk/closures/preview?date={date}&part={part}"))
        .send()
        .await
}

/// Closes.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `state_conflict`, `invalid_fields`
pub async fn close(wanted: &NewClosure) -> Result<Closure, ApiError> {
    Call::post("/api/desk/closures", wanted).send().await
}

/// Opens again.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`, `state_conflict`
pub async fn reopen(id: &str) -> Result<Reopened, ApiError> {
    Call::post_empty(format!("/api/desk/closures/{id}/reopen"))
        .send()
        .await
}
