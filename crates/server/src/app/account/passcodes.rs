//! The passcode of an account as the proof of a step: five wrong ones lock until midnight. Wrong ones are counted by where they
//! come from too, so that nobody tries a few of each of many accounts.

use crate::app::daily;
use crate::{limits, problem::ApiError, state::App, web::client::Source};
use eid_domain::{
    field::{FieldCode, FieldError},
    problem::Problem,
};
use eid_store::accounts::Account;
use jiff::Timestamp;

/// Counts the try in a transaction of its own and judges it outside of any: that takes its time.
///
/// # Errors
/// `invalid_fields` at `passcode` with the tries left, `locked_out`; `too_many_requests` where too many wrong ones came from
/// there.
pub async fn prove(
    app: &App,
    source: &Source,
    account: &Account,
    passcode: &str,
    now: Timestamp,
) -> Result<(), ApiError> {
    app.passwords.room()?;
    let limits = &app.config.limits;
    let (limit, by_source) = (&limits.passcode_subject, &limits.passcode_source);
    let mut tx = app.store.begin().await?;
    limits::spend(&mut tx, by_source, &source.0, now).await?;
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
    limits::give_back(&mut tx, by_source, &source.0, now).await?;
    Ok(tx.commit().await?)
}
