//! Decisions that were taken over from files.

use crate::{
    error::Result,
    row::micros,
    tx::{Tx, built, even, kept, placeholders},
};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Values a list, and rows a statement.
const LIST: usize = 200;
const ROWS: usize = 50;

/// Which of these were taken over: id and digest of the content.
///
/// # Errors
/// Where the database fails.
pub async fn among(tx: &mut Tx, ids: &[&str]) -> Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    for ids in even(ids, LIST) {
        let mut query = kept(format!(
            "SELECT id, digest FROM decision_taken WHERE id IN ({})",
            placeholders(1, LIST)
        ));
        for id in ids {
            query = query.bind(id.to_owned());
        }
        for row in tx.all(query).await? {
            found.insert(row.text("id")?, row.text("digest")?);
        }
    }
    Ok(found)
}

/// Notes some: id and digest of each. Returns how many were new.
///
/// # Errors
/// Where the database fails.
pub async fn note(tx: &mut Tx, taken: &[(String, String)], batch_id: &str, now: Timestamp) -> Result<u64> {
    let mut new = 0;
    for taken in taken.chunks(ROWS) {
        let places: Vec<String> = (0..taken.len())
            .map(|row| format!("({})", placeholders(row * 4 + 1, 4)))
            .collect();
        let text = format!(
            "INSERT INTO decision_taken (id, digest, batch_id, at) VALUES {} ON CONFLICT (id) DO NOTHING",
            places.join(", ")
        );
        let mut query = if taken.len() == ROWS {
            kept(text)
        } else {
            built(text)
        };
        for (id, digest) in taken {
            query = query
                .bind(id.clone())
                .bind(digest.clone())
                .bind(batch_id.to_owned())
                .bind(micros(now));
        }
        new += tx.run(query).await?;
    }
    Ok(new)
}
