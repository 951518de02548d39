//! Locking the places that a transaction is going to give back or book, before it does the first of it.

use super::{expire, ticks};
use crate::{
    error::Result,
    tx::{Dialect, Tx, built, placeholders},
};

/// Locks several reservations and all their ticks, in the order in which everybody locks them. Giving one place back
/// after the other would lock the ticks of the second after those of the first, whichever are earlier; two who did so
/// crosswise would wait for each other. SQLite, with its single writer, needs none of it.
///
/// # Errors
/// Where the database fails.
pub async fn lock_places(tx: &mut Tx, ids: &[&str]) -> Result<()> {
    if tx.dialect() == Dialect::Sqlite || ids.is_empty() {
        return Ok(());
    }
    let mut query = built(format!(
        "SELECT * FROM reservation WHERE id IN ({}) ORDER BY id FOR UPDATE",
        placeholders(1, ids.len())
    ));
    for id in ids {
        query = query.bind((*id).to_owned());
    }
    let places = tx.all(query).await?;
    let deltas = expire::deltas(&places)?;
    if deltas.is_empty() {
        return Ok(());
    }
    ticks::lock(tx, deltas.keys()).await
}
