//! Counting what happened, a moment after it was committed: no request waits for it, and a booking gives it nothing to do.

use crate::{problem::ApiError, state::App};
use eid_domain::calendar::office_date;
use eid_store::figures;

/// In one transaction; other writers of SQLite wait for some milliseconds. One a second, also after years without counting:
/// a backlog must not take the writer from those who book.
const BATCH: u32 = 500;

/// Counts some of what waits; returns how many were worked off.
///
/// # Errors
/// When the database is out of reach.
pub async fn round(app: &App) -> Result<u32, ApiError> {
    if !figures::has_waiting(&mut app.store.peek().await?).await? {
        return Ok(0);
    }
    let mut tx = app.store.begin().await?;
    let counted = figures::count(&mut tx, BATCH, &office_date).await?;
    tx.commit().await?;
    Ok(counted)
}
