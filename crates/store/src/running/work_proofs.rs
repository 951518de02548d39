//! Proofs of work: which were given already.

use crate::{
    error::Result,
    row::micros,
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// Uses a proof up, by the SHA-256 of its challenge. False: it was given before, also by a request that is still under way
/// elsewhere and commits. After `expires_at` it may be forgotten: the proof is too old then.
///
/// # Errors
/// Where the database fails.
pub async fn spend(tx: &mut Tx, id: &str, expires_at: Timestamp) -> Result<bool> {
    let query = sql("INSERT INTO spent_proof (id, expires_at) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING");
    let made = tx.run(query.bind(id.to_owned()).bind(micros(expires_at))).await?;
    Ok(made == 1)
}
