//! Putting what was written into the audit into its chain, a moment after it was committed: requests never wait for it.

use crate::{app::audit, problem::ApiError, state::App};
use eid_store::audit::chain;

/// In one transaction; other writers of SQLite wait for some milliseconds.
const BATCH: u32 = 500;

/// Seals everything that waits.
///
/// # Errors
/// When the database is out of reach.
pub async fn round(app: &App) -> Result<(), ApiError> {
    if !chain::has_waiting(&mut app.store.peek().await?).await? {
        return Ok(());
    }
    let sign = |sequence: u64, hash: &str| audit::sign(&app.keys, sequence, hash);
    loop {
        let mut tx = app.store.begin().await?;
        let sealed = chain::seal(&mut tx, BATCH, &sign).await?;
        tx.commit().await?;
        if sealed < BATCH {
            return Ok(());
        }
    }
}

/// Writes the end of the chain into the log: a copy that is out of the database's reach.
///
/// # Errors
/// When the database is out of reach.
pub async fn note_end(app: &App) -> Result<(), ApiError> {
    let head = chain::head(&mut app.store.peek().await?).await?;
    tracing::info!(sequence = head.sequence, hash = %head.hash, "end of the audit's chain");
    Ok(())
}
