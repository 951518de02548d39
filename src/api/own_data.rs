//! `/api/account/data`, `/api/account/close`, and the same rights for a receipt.

use super::{ApiError, Call};
use crate::i18n::lang;
use eid_domain::wire::devices::DeviceCodeSent;
use eid_domain::wire::own_data::{AskToClose, CloseAccount, ExportData, OwnDataView};

/// How much is held about who is signed in.
///
/// # Errors
/// `not_signed_in`
pub async fn get() -> Result<OwnDataView, ApiError> {
    Call::get("/api/account/data").send().await
}

/// All of it, as the text of a file.
///
/// # Errors
/// `not_signed_in`, `invalid_fields`, `locked_out`, `too_many_requests`
pub async fn export(passcode: String) -> Result<String, ApiError> {
    Call::post("/api/account/data/export", &ExportData { passcode })
        .send_for_text()
        .await
}

/// Has a code sent to close the account.
///
/// # Errors
/// `not_signed_in`, `invalid_fields`, `locked_out`, `too_many_requests`
pub async fn ask_to_close(passcode: String) -> Result<DeviceCodeSent, ApiError> {
    let given = AskToClose {
        passcode,
        lang: lang(),
    };
    Call::post("/api/account/close/code", &given).send().await
}

/// Closes the account.
///
/// # Errors
/// `not_signed_in`, `invalid_fields`, `code_wrong`, `code_expired`, `state_conflict`
pub async fn close(code: String) -> Result<(), ApiError> {
    Call::post("/api/account/close", &CloseAccount { code })
        .send()
        .await
}

/// What is held about one dossier, as the text of a file.
///
/// # Errors
/// `no_match`, `not_allowed`, `too_many_requests`
pub async fn export_dossier(reference: &str, key: &str) -> Result<String, ApiError> {
    Call::post_empty(format!("/api/dossiers/{reference}/export"))
        .access_key(key)
        .send_for_text()
        .await
}

/// Forgets a dossier that came to nothing.
///
/// # Errors
/// `no_match`, `not_allowed`, `state_conflict`, `too_many_requests`
pub async fn forget_dossier(reference: &str, key: &str) -> Result<(), ApiError> {
    Call::post_empty(format!("/api/dossiers/{reference}/forget"))
        .access_key(key)
        .send()
        .await
}
