//! The desk locks an account for its holder, and opens it at the counter.

use super::{ApiError, Call};
use eid_domain::account::LockReason;
use eid_domain::wire::desk::DeskDossier;
use eid_domain::wire::staff_lock::{LockAccount, UnlockAccount};

/// Locks the account of a dossier's person.
///
/// # Errors
/// `not_allowed`, `no_match`, `invalid_fields`, `state_conflict`
pub async fn lock(reference: &str, reason: LockReason) -> Result<DeskDossier, ApiError> {
    Call::post(
        format!("/api/desk/dossiers/{reference}/lock-account"),
        &LockAccount { reason },
    )
    .send()
    .await
}

/// Opens it again.
///
/// # Errors
/// `not_allowed`, `no_match`, `invalid_fields`, `state_conflict`, `account_locked`, `card_expired`
pub async fn unlock(reference: &str, given: UnlockAccount) -> Result<DeskDossier, ApiError> {
    Call::post(format!("/api/desk/dossiers/{reference}/unlock-account"), &given)
        .send()
        .await
}
