//! `/api/dossiers`: receipt and timeline.

use super::{ApiError, Call, Kept};
use eid_domain::wire::{
    dossiers::{Correction, DossierView, SharedLink},
    tickets::NewQuestion,
};

/// One dossier, with its access key.
///
/// # Errors
/// `no_match` for an unknown reference and for a wrong key
pub async fn get(reference: &str, key: &str) -> Result<DossierView, ApiError> {
    Call::get(path(reference)).access_key(key).send().await
}

/// The same, also as it was kept on the device for when there is no network.
///
/// # Errors
/// As [`get`].
pub async fn get_or_kept(reference: &str, key: &str) -> Result<Kept<DossierView>, ApiError> {
    Call::get(path(reference)).access_key(key).send_or_kept().await
}

/// What must be corrected or added.
///
/// # Errors
/// `no_match`, `not_found`
pub async fn correction(reference: &str, key: &str) -> Result<Correction, ApiError> {
    Call::get(format!("{}/correction", path(reference)))
        .access_key(key)
        .send()
        .await
}

/// Asks its office; the dossier with the question.
///
/// # Errors
/// `no_match`, `invalid_fields`, `change_not_allowed`, `too_many_requests`
pub async fn ask(reference: &str, key: &str, question: &NewQuestion) -> Result<DossierView, ApiError> {
    Call::post(format!("{}/questions", path(reference)), question)
        .access_key(key)
        .send()
        .await
}

/// Makes a link that only shows.
///
/// # Errors
/// `no_match`, `not_allowed`, `too_many_requests`
pub async fn share(reference: &str, key: &str) -> Result<SharedLink, ApiError> {
    Call::post_empty(links(reference)).access_key(key).send().await
}

/// Ends all of them.
///
/// # Errors
/// `no_match`, `not_allowed`
pub async fn end_shared(reference: &str, key: &str) -> Result<(), ApiError> {
    Call::delete(links(reference)).access_key(key).send().await
}

fn links(reference: &str) -> String {
    format!("{}/links", path(reference))
}

/// Where a dossier is asked for.
pub fn path(reference: &str) -> String {
    format!("/api/dossiers/{reference}")
}
