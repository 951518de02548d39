//! Keys that open one dossier. Only their hash is stored.

use crate::{
    error::Result,
    row::{Row, micros},
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// A key of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessKey {
    /// SHA-256 of the key, hexadecimal.
    pub hash: String,
    /// What it opens.
    pub dossier_id: String,
    /// The domain's `AccessScope` as a word.
    pub scope: String,
    /// Until when.
    pub expires_at: Timestamp,
    /// The session of staff it was given to, and without which it is worth nothing.
    pub staff_session: Option<String>,
}

fn read(row: &Row) -> Result<AccessKey> {
    Ok(AccessKey {
        hash: row.text("hash")?,
        dossier_id: row.text("dossier_id")?,
        scope: row.text("scope")?,
        expires_at: row.instant("expires_at")?,
        staff_session: row.opt_text("staff_session")?,
    })
}

/// Stores a key.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, key: &AccessKey) -> Result<()> {
    let query = sql(
        "INSERT INTO access_key (hash, dossier_id, scope, expires_at, staff_session)
        VALUES ($1, $2, $3, $4, $5)",
    );
    let k = key.clone();
    tx.run(
        query
            .bind(k.hash)
            .bind(k.dossier_id)
            .bind(k.scope)
            .bind(micros(k.expires_at))
            .bind(k.staff_session),
    )
    .await
    .map(|_| ())
}

/// The key with this hash, while it is valid.
///
/// # Errors
/// Where the database fails.
pub async fn live(tx: &mut Tx, hash: &str, now: Timestamp) -> Result<Option<AccessKey>> {
    let query = sql("SELECT * FROM access_key WHERE hash = $1 AND expires_at > $2");
    tx.one(query.bind(hash.to_owned()).bind(micros(now)))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// Makes the keys of one scope worthless.
///
/// # Errors
/// Where the database fails.
pub async fn revoke_scope(tx: &mut Tx, dossier_id: &str, scope: &str) -> Result<u64> {
    let query = sql("DELETE FROM access_key WHERE dossier_id = $1 AND scope = $2");
    tx.run(query.bind(dossier_id.to_owned()).bind(scope.to_owned()))
        .await
}
