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

    /// Copies a SQLite database, as it is at this moment, into a new file at `path`, which only its owner may read; others go
    /// on meanwhile.
    ///
    /// # Errors
    /// [`StoreError::Address`] where the file exists already or cannot be made, [`StoreError::Other`] on PostgreSQL, which has
    /// its own `pg_dump`. Where the copy comes to nothing, no file is left.
    pub async fn backup(&self, path: &str) -> Result<()> {
        if self.dialect() == Dialect::Postgres {
            return Err(StoreError::Other(
                "PostgreSQL is backed up with its own tools".into(),
            ));
        }
        new_file(path)?;
        let copied = self.copy(path).await;
        if copied.is_err() {
            // What it fails for is what the operator must know, not this.
            let _ = std::fs::remove_file(path);
        }
        copied
    }

    async fn copy(&self, path: &str) -> Result<()> {
        // A reading connection, so that writers go on; but one that only reads may not write the copy either.
        let mut tx = self.peek().await?;
        tx.script("PRAGMA query_only = OFF").await?;
        let copied = tx.run(sql("VACUUM INTO $1").bind(path.to_owned())).await;
        tx.script("PRAGMA query_only = ON").await?;
        copied.map(|_| ())
    }
}

/// An empty file that only its owner may read, into which SQLite copies.
fn new_file(path: &str) -> Result<()> {
    let mut file = std::fs::OpenOptions::new();
    file.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    let told = |error: std::io::Error| StoreError::Address(format!("{path}: {}", error.kind()));
    file.open(path).map(|_| ()).map_err(told)
}
