//! Activations under way, each behind a cookie of its own.

use crate::{
    error::{Result, StoreError},
    row::{Row, micros},
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// An activation under way.
#[derive(Clone, PartialEq, Eq)]
pub struct Activation {
    /// SHA-256 of the cookie's token, hexadecimal.
    pub hash: String,
    /// Whose account; none where what was entered matched nobody, which the person is not told.
    pub account_id: Option<String>,
    /// The domain's step as a word.
    pub step: String,
    /// The code that is waited for.
    pub code_id: Option<String>,
    /// When it lapses.
    pub expires_at: Timestamp,
    /// Chosen password, Argon2id in PHC form.
    pub password_hash: Option<String>,
    /// Chosen passcode, Argon2id in PHC form.
    pub passcode_hash: Option<String>,
    /// When it began.
    pub created_at: Timestamp,
}

fn read(row: &Row) -> Result<Activation> {
    Ok(Activation {
        hash: row.text("hash")?,
        account_id: row.opt_text("account_id")?,
        step: row.text("step")?,
        code_id: row.opt_text("code_id")?,
        expires_at: row.instant("expires_at")?,
        password_hash: row.opt_text("password_hash")?,
        passcode_hash: row.opt_text("passcode_hash")?,
        created_at: row.instant("created_at")?,
    })
}

/// Stores a new one.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, activation: &Activation) -> Result<()> {
    let query = sql(
        "INSERT INTO activation (hash, account_id, step, code_id, expires_at, password_hash,
        passcode_hash, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    );
    let a = activation.clone();
    let query = query
        .bind(a.hash)
        .bind(a.account_id)
        .bind(a.step)
        .bind(a.code_id)
        .bind(micros(a.expires_at))
        .bind(a.password_hash)
        .bind(a.passcode_hash)
        .bind(micros(a.created_at));
    tx.run(query).await.map(|_| ())
}

/// The one with this hash, while it lasts.
///
/// # Errors
/// Where the database fails.
pub async fn live(tx: &mut Tx, hash: &str, now: Timestamp) -> Result<Option<Activation>> {
    let query = sql("SELECT * FROM activation WHERE hash = $1 AND expires_at > $2");
    tx.one(query.bind(hash.to_owned()).bind(micros(now)))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// Stores a step further, where it still stands at step `from`.
///
/// # Errors
/// [`StoreError::Stale`] where it does not.
pub async fn advance(tx: &mut Tx, from: &str, activation: &Activation) -> Result<()> {
    let query = sql(
        "UPDATE activation SET step = $1, code_id = $2, expires_at = $3, password_hash = $4,
        passcode_hash = $5 WHERE hash = $6 AND step = $7",
    );
    let a = activation.clone();
    let query = query
        .bind(a.step)
        .bind(a.code_id)
        .bind(micros(a.expires_at))
        .bind(a.password_hash)
        .bind(a.passcode_hash)
        .bind(a.hash)
        .bind(from.to_owned());
    if tx.run(query).await? == 0 {
        Err(StoreError::Stale("activation"))
    } else {
        Ok(())
    }
}

/// Ends it.
///
/// # Errors
/// Where the database fails.
pub async fn delete(tx: &mut Tx, hash: &str) -> Result<()> {
    tx.run(sql("DELETE FROM activation WHERE hash = $1").bind(hash.to_owned()))
        .await
        .map(|_| ())
}
