//! `/api/desk/tickets`: what people ask the office.

use super::{ApiError, Call};
use eid_domain::wire::queue::BACKGROUND;
use eid_domain::wire::tickets::{NewAnswer, SendOn, Tickets};

/// Where it is told that something was asked or answered.
pub const EVENTS: &str = "/api/desk/tickets/events";

/// What waits and what was answered.
///
/// # Errors
/// `not_signed_in`, `not_allowed`
pub async fn list() -> Result<Tickets, ApiError> {
    Call::get("/api/desk/tickets").send().await
}

/// The same, asked for by the page itself.
///
/// # Errors
/// As [`list`].
pub async fn look() -> Result<Tickets, ApiError> {
    Call::get("/api/desk/tickets")
        .header(BACKGROUND, "1")
        .send()
        .await
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

/// Sends wrong data on to who can put it right.
///
/// # Errors
/// As [`answer`].
pub async fn send_on(id: &str, wanted: &SendOn) -> Result<(), ApiError> {
    Call::post(format!("/api/desk/tickets/{id}/send-on"), wanted)
        .send()
        .await
}

/// Nothing is left to be put right.
///
/// # Errors
/// As [`answer`].
pub async fn close(id: &str) -> Result<(), ApiError> {
    Call::post_empty(format!("/api/desk/tickets/{id}/close"))
        .send()
        .await
}
