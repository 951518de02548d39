//! `/api/bookings/{reference}/waiting` and `…/cancel-link`: waiting for another place, and the links of messages.

use super::{ApiError, Call};
use eid_domain::wire::waiting::{AnswerOffer, CancelView, NewWish, WaitingView};

/// Whether one waits, and what is kept.
///
/// # Errors
/// `no_match`
pub async fn get(reference: &str, key: &str) -> Result<WaitingView, ApiError> {
    Call::get(path(reference, "")).access_key(key).send().await
}

/// Joins the queue.
///
/// # Errors
/// `invalid_fields`, `change_not_allowed`
pub async fn join(reference: &str, key: &str, wish: &NewWish) -> Result<WaitingView, ApiError> {
    Call::post(path(reference, ""), wish).access_key(key).send().await
}

/// Leaves it.
///
/// # Errors
/// `change_not_allowed`
pub async fn leave(reference: &str, key: &str) -> Result<WaitingView, ApiError> {
    Call::delete(path(reference, "")).access_key(key).send().await
}

/// Takes the place that is kept.
///
/// # Errors
/// `hold_expired`, `change_not_allowed`
pub async fn take(reference: &str, key: &str, offer_id: &str) -> Result<WaitingView, ApiError> {
    answer(reference, key, "/take", offer_id).await
}

/// Says no to it.
///
/// # Errors
/// `hold_expired`
pub async fn decline(reference: &str, key: &str, offer_id: &str) -> Result<WaitingView, ApiError> {
    answer(reference, key, "/decline", offer_id).await
}

async fn answer(reference: &str, key: &str, how: &str, offer_id: &str) -> Result<WaitingView, ApiError> {
    let body = AnswerOffer {
        offer_id: offer_id.to_owned(),
    };
    Call::post(path(reference, how), &body)
        .access_key(key)
        .send()
        .await
}

/// The visit that the link of a reminder can cancel.
///
/// # Errors
/// `no_match`
pub async fn visit_to_cancel(reference: &str, key: &str) -> Result<CancelView, ApiError> {
    Call::get(format!("/api/bookings/{reference}/cancel-link"))
        .access_key(key)
        .send()
        .await
}

/// Cancels it.
///
/// # Errors
/// `change_not_allowed`
pub async fn cancel(reference: &str, key: &str) -> Result<CancelView, ApiError> {
    Call::post_empty(format!("/api/bookings/{reference}/cancel-link"))
        .access_key(key)
        .send()
        .await
}

fn path(reference: &str, rest: &str) -> String {
    format!("/api/bookings/{reference}/waiting{rest}")
}
