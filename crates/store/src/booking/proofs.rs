//! Proofs that a person reads messages sent to a phone.

use crate::{
    error::Result,
    row::micros,
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// Stores a proof under the SHA-256 of its token.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, hash: &str, phone: &str, expires_at: Timestamp) -> Result<()> {
    let query = sql("INSERT INTO phone_proof (hash, phone, expires_at) VALUES ($1, $2, $3)");
    tx.run(
        query
            .bind(hash.to_owned())
            .bind(phone.to_owned())
            .bind(micros(expires_at)),
    )
    .await
    .map(|_| ())
}

/// The proved phone, while the proof is valid.
///
/// # Errors
/// Where the database fails.
pub async fn phone(tx: &mut Tx, hash: &str, now: Timestamp) -> Result<Option<String>> {
    let query = sql("SELECT phone FROM phone_proof WHERE hash = $1 AND expires_at > $2");
    let row = tx.one(query.bind(hash.to_owned()).bind(micros(now))).await?;
    row.map(|row| row.text("phone")).transpose()
}

/// Uses a proof up and returns the phone. `None`: it was used, has lapsed, or never was.
///
/// # Errors
/// Where the database fails.
pub async fn consume(tx: &mut Tx, hash: &str, now: Timestamp) -> Result<Option<String>> {
    let query = sql("DELETE FROM phone_proof WHERE hash = $1 AND expires_at > $2 RETURNING phone");
    let row = tx.one(query.bind(hash.to_owned()).bind(micros(now))).await?;
    row.map(|row| row.text("phone")).transpose()
}
