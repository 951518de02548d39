//! Doing a transaction anew where others were in the way.

use crate::{
    error::{Result, StoreError},
    store::Store,
    tx::Tx,
};
use std::{pin::Pin, time::Duration};

/// An error that says whether the transaction may be done anew.
pub trait Retryable {
    /// True for a deadlock, a lock waited for too long, a serialization failure.
    fn is_retryable(&self) -> bool;
}

impl Retryable for StoreError {
    fn is_retryable(&self) -> bool {
        self.is_busy()
    }
}

/// What [`Store::write`] runs: a future that borrows the transaction.
pub type Work<'a, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 'a>>;

/// Tries in all, and the pause after each but the last.
const PAUSES_MS: [u64; 3] = [5, 25, 100];

impl Store {
    /// Runs `work` in a transaction and commits it; does it anew, up to three more times, where the error says
    /// that it may. `work` must not act on anything but the transaction.
    ///
    /// ```no_run
    /// # async fn example(store: eid_store::Store) -> eid_store::Result<()> {
    /// store.write(|tx| Box::pin(async move { eid_store::settings::set(tx, "pace", "lawful").await })).await
    /// # }
    /// ```
    ///
    /// # Errors
    /// The error of `work`, or of the commit; nothing is stored then.
    pub async fn write<T, E, F>(&self, mut work: F) -> Result<T, E>
    where
        E: From<StoreError> + Retryable,
        F: for<'a> FnMut(&'a mut Tx) -> Work<'a, T, E>,
    {
        let mut pauses = PAUSES_MS.iter();
        loop {
            let outcome = self.write_once(&mut work).await;
            match (outcome, pauses.next()) {
                (Err(error), Some(pause)) if error.is_retryable() => {
                    tracing::debug!(pause_ms = pause, "transaction is done anew");
                    tokio::time::sleep(Duration::from_millis(*pause)).await;
                }
                (outcome, _) => return outcome,
            }
        }
    }

    async fn write_once<T, E, F>(&self, work: &mut F) -> Result<T, E>
    where
        E: From<StoreError>,
        F: for<'a> FnMut(&'a mut Tx) -> Work<'a, T, E>,
    {
        let mut tx = self.begin().await?;
        let value = work(&mut tx).await?;
        tx.commit().await?;
        Ok(value)
    }
}
