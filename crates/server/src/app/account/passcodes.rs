//! The passcode of an account as the proof of a step: five wrong ones lock until midnight.

use crate::app::daily;
use crate::{problem::ApiError, state::App};
use eid_domain::{
    field::{FieldCode, FieldError},
    problem::Problem,
};
use eid_store::accounts::Account;
use jiff::Timestamp;

/// Counts the try in a transaction of its own and judges it outside of any: that takes its time.
///
/// # Errors
/// `invalid_fields` at `passcode` with the tries left, `locked_out`.
pub async fn prove(app: &App, account: &Account, passcode: &str, now: Timestamp) -> Result<(), ApiError> {
    app.passwords.room()?;
    let limit = &app.config.limits.passcode_subject;
    let mut tx = app.store.begin().await?;
    let left = daily::begin(app, &mut tx, limit, daily::PASSCODE, &account.id, now).await;
    tx.commit().await?;
    let left = left?;
    let typed: String = passcode.chars().filter(|c| !c.is_whitespace()).collect();
    let right = app
        .passwords
        .verify(account.passcode_hash.as_deref(), &typed)
        .await?;
    if !right {
        let field = FieldError::new("passcode", FieldCode::PasscodeWrong);
        return Err(Problem::invalid(vec![field]).tries_left(left).into());
    }
    let mut tx = app.store.begin().await?;
    daily::forget(app, &mut tx, limit, daily::PASSCODE, &account.id, now).await?;
    Ok(tx.commit().await?)
}
