//! `/api/desk/tickets`: what people ask the office.

use super::{ApiError, Call};
use eid_domain::wire::tickets::{NewAnswer, Tickets};

/// What waits and what was answered.
///
/// # Errors
/// `not_signed_in`, `not_allowed`
pub async fn list() -> Result<Tickets, ApiError> {
    Call::get("/api/desk/tickets").send().await
}

/// Answers.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `no_match`, `state_conflict`, `invalid_fields`
pub async fn answer(id: &str, given: &NewAnswer) -> Result<(), ApiError> {
    Call::post(format!("/api/desk/tickets/{id}/answer"), given)
        .send()
        .await
}
