//! What an operator does now and then.

use crate::{
    error::{Result, StoreError},
    store::Store,
    tx::{Dialect, sql},
};

impl Store {
    /// Refreshes what the planner knows and folds SQLite's log into its file; a daily job. PostgreSQL does the
    /// like by itself.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn maintain(&self) -> Result<()> {
        if self.dialect() == Dialect::Postgres {
            return Ok(());
        }
        let mut tx = self.plain_writer().await?;
        tx.script("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);")
            .await
    }

    /// Copies a SQLite database, as it is at this moment, into a new file at `path`; others go on meanwhile.
    ///
    /// # Errors
    /// [`StoreError::Other`] where the file exists, and on PostgreSQL, which has its own `pg_dump`.
    pub async fn backup(&self, path: &str) -> Result<()> {
        if self.dialect() == Dialect::Postgres {
            return Err(StoreError::Other(
                "PostgreSQL is backed up with its own tools".into(),
            ));
        }
        // A reading connection, so that writers go on; but one that only reads may not write the copy either.
        let mut tx = self.peek().await?;
        tx.script("PRAGMA query_only = OFF").await?;
        let copied = tx.run(sql("VACUUM INTO $1").bind(path.to_owned())).await;
        tx.script("PRAGMA query_only = ON").await?;
        copied.map(|_| ())
    }
}
