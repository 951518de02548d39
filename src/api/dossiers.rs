//! `/api/dossiers`: receipt and timeline.

use super::{ApiError, Call};
use eid_domain::wire::dossiers::DossierView;

/// One dossier, with its access key.
///
/// # Errors
/// `no_match` for an unknown reference and for a wrong key
pub async fn get(reference: &str, key: &str) -> Result<DossierView, ApiError> {
    Call::get(format!("/api/dossiers/{reference}"))
        .access_key(key)
        .send()
        .await
}
