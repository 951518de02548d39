//! `/api/account/children` and `/api/desk/dossiers/{reference}/representatives`: children and who represents them.

use super::{ApiError, Call};
use eid_domain::wire::children::{
    ChildCard, Children, EndRepresentative, GiveConsent, RecordRepresentative, Represented,
};

fn desk(reference: &str) -> String {
    format!("/api/desk/dossiers/{reference}/representatives")
}

/// Everybody whom the owner of the account represents.
///
/// # Errors
/// `not_signed_in`, `state_conflict`
pub async fn list() -> Result<Children, ApiError> {
    Call::get("/api/account/children").send().await
}

/// What a child's account shows.
///
/// # Errors
/// `no_match`, `state_conflict`, `too_many_requests`
pub async fn card(id: &str) -> Result<ChildCard, ApiError> {
    Call::get(format!("/api/account/children/{id}/card")).send().await
}

/// Consents to its use.
///
/// # Errors
/// `invalid_fields`, `locked_out`, `no_match`, `state_conflict`, `activation_overdue`
pub async fn consent(id: &str, given: &GiveConsent) -> Result<Children, ApiError> {
    let path = format!("/api/account/children/{id}/consent");
    Call::post(path, given).send().await
}

/// Withdraws that.
///
/// # Errors
/// `no_match`, `state_conflict`
pub async fn withdraw(id: &str) -> Result<Children, ApiError> {
    let path = format!("/api/account/children/{id}/withdraw");
    Call::post_empty(path).send().await
}

/// Who represents the person of a dossier.
///
/// # Errors
/// `not_allowed`, `no_match`
pub async fn at_desk(reference: &str) -> Result<Represented, ApiError> {
    Call::get(desk(reference)).send().await
}

/// Records somebody.
///
/// # Errors
/// `invalid_fields`, `not_allowed`, `change_not_allowed`
pub async fn record(reference: &str, new: &RecordRepresentative) -> Result<Represented, ApiError> {
    Call::post(desk(reference), new).send().await
}

/// Ends it.
///
/// # Errors
/// `invalid_fields`, `not_allowed`, `no_match`
pub async fn end(reference: &str, id: &str, reason: &EndRepresentative) -> Result<Represented, ApiError> {
    Call::post(format!("{}/{id}/end", desk(reference)), reason)
        .send()
        .await
}
