//! `/api/wallet`, `/api/account/wallet`, `/api/account/children/{id}/wallet`: papers of other agencies in an account.

use super::{ApiError, Call, Holder};
use crate::i18n::lang;
use eid_domain::wire::wallet::{Wallet, WalletKinds, WalletPaper};

/// Which papers there are, in the page's language.
///
/// # Errors
/// [`ApiError`]
pub async fn kinds() -> Result<WalletKinds, ApiError> {
    Call::get(format!("/api/wallet/{}", lang().as_str())).send().await
}

/// Those that were asked for, numbers masked.
///
/// # Errors
/// `not_signed_in`
pub async fn list(of: &Holder) -> Result<Wallet, ApiError> {
    Call::get(of.path("wallet")).send().await
}

/// One with its whole number.
///
/// # Errors
/// `not_signed_in`, `no_match`, `too_many_requests`
pub async fn show(of: &Holder, kind: &str) -> Result<WalletPaper, ApiError> {
    Call::get(path(of, kind)).send().await
}

/// Asks for one.
///
/// # Errors
/// `not_signed_in`, `state_conflict`, `change_not_allowed`, `too_many_requests`
pub async fn ask(of: &Holder, kind: &str) -> Result<(), ApiError> {
    let _: WalletPaper = Call::post_empty(path(of, kind)).send().await?;
    Ok(())
}

/// Withdraws a request, or takes a paper out.
///
/// # Errors
/// `not_signed_in`, `no_match`
pub async fn remove(of: &Holder, kind: &str) -> Result<(), ApiError> {
    Call::delete(path(of, kind)).send().await
}

/// The card is wrong: tells the office that made it.
///
/// # Errors
/// `not_signed_in`, `no_match`, `change_not_allowed`
pub async fn tell_office(of: &Holder, kind: &str) -> Result<(), ApiError> {
    let _: WalletPaper = Call::post_empty(format!("{}/mismatch", path(of, kind)))
        .send()
        .await?;
    Ok(())
}

fn path(of: &Holder, kind: &str) -> String {
    of.path(&format!("wallet/{kind}"))
}
