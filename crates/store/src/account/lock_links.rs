//! Links of messages that lock an account: whoever did not do what the message tells of stops it with one tap.

use crate::{
    error::Result,
    row::{Row, micros},
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockLink {
    /// SHA-256 of its key, hexadecimal.
    pub hash: String,
    /// Whose account.
    pub account_id: String,
    /// When that happened which the message tells of.
    pub told_at: Timestamp,
    /// When it lapses.
    pub expires_at: Timestamp,
}

/// Stores one. Told a second time of the same: the same link.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, link: &LockLink) -> Result<()> {
    let query = sql(
        "INSERT INTO lock_link (hash, account_id, told_at, expires_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (hash) DO NOTHING",
    );
    let l = link.clone();
    let query = query.bind(l.hash).bind(l.account_id);
    let query = query.bind(micros(l.told_at)).bind(micros(l.expires_at));
    tx.run(query).await.map(|_| ())
}

/// Uses a link up. `None` where there is none, or not any more.
///
/// # Errors
/// Where the database fails.
pub async fn take(tx: &mut Tx, hash: &str, now: Timestamp) -> Result<Option<LockLink>> {
    let query = sql("UPDATE lock_link SET used_at = $2
        WHERE hash = $1 AND expires_at > $2 AND used_at IS NULL RETURNING *");
    let row = tx.one(query.bind(hash.to_owned()).bind(micros(now))).await?;
    let read = |row: Row| {
        Ok(LockLink {
            hash: row.text("hash")?,
            account_id: row.text("account_id")?,
            told_at: row.instant("told_at")?,
            expires_at: row.instant("expires_at")?,
        })
    };
    row.map(read).transpose()
}
