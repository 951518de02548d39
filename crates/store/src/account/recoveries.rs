//! Setting another password without the old one.

use crate::{
    error::Result,
    row::{Row, micros},
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// One under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// SHA-256 of the cookie's token, hexadecimal.
    pub hash: String,
    /// Whose account; none where number and phone do not belong together.
    pub account_id: Option<String>,
    /// The code that was sent.
    pub code_id: String,
    /// Whether it was right.
    pub proved: bool,
    /// When it lapses.
    pub expires_at: Timestamp,
}

fn read(row: &Row) -> Result<Recovery> {
    Ok(Recovery {
        hash: row.text("hash")?,
        account_id: row.opt_text("account_id")?,
        code_id: row.text("code_id")?,
        proved: row.flag("proved")?,
        expires_at: row.instant("expires_at")?,
    })
}

/// Begins one.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, recovery: &Recovery) -> Result<()> {
    let query = sql(
        "INSERT INTO recovery (hash, account_id, code_id, proved, expires_at) VALUES ($1, $2, $3, $4, $5)",
    );
    let r = recovery.clone();
    let query = query.bind(r.hash).bind(r.account_id).bind(r.code_id);
    let query = query.bind(i64::from(r.proved)).bind(micros(r.expires_at));
    tx.run(query).await.map(|_| ())
}

/// The one of this token, while it lasts.
///
/// # Errors
/// Where the database fails.
pub async fn live(tx: &mut Tx, hash: &str, now: Timestamp) -> Result<Option<Recovery>> {
    let query = sql("SELECT * FROM recovery WHERE hash = $1 AND expires_at > $2");
    let row = tx.one(query.bind(hash.to_owned()).bind(micros(now))).await?;
    row.as_ref().map(read).transpose()
}

/// The code was right; it lasts until then.
///
/// # Errors
/// Where the database fails.
pub async fn prove(tx: &mut Tx, hash: &str, expires_at: Timestamp) -> Result<()> {
    let query = sql("UPDATE recovery SET proved = 1, expires_at = $2 WHERE hash = $1");
    let query = query.bind(hash.to_owned()).bind(micros(expires_at));
    tx.run(query).await.map(|_| ())
}

/// Ends all of one account.
///
/// # Errors
/// Where the database fails.
pub async fn end_of_account(tx: &mut Tx, account_id: &str) -> Result<()> {
    let query = sql("DELETE FROM recovery WHERE account_id = $1").bind(account_id.to_owned());
    tx.run(query).await.map(|_| ())
}
