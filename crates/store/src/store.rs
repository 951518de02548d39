//! The handle of the database.

use crate::{
    error::{Result, StoreError},
    migrate,
    open::{self, Options, Pools},
    tx::{Dialect, Tx},
};
use sqlx::{Any, Pool, Transaction};
use std::sync::Arc;

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    pools: Arc<Pools>,
}

impl Store {
    /// Connects. `url` is `sqlite:PATH` or `postgres://…`; SQLite's file and folder are made where missing.
    ///
    /// # Errors
    /// Where the address is wrong or nobody answers.
    pub async fn open(url: &str, options: &Options) -> Result<Self> {
        Ok(Self {
            pools: Arc::new(open::open(url, options).await?),
        })
    }

    /// Which database it is.
    pub fn dialect(&self) -> Dialect {
        self.pools.dialect
    }

    /// Brings the schema to this program's version; several servers may do so at once. Returns how many
    /// migrations were applied.
    ///
    /// # Errors
    /// [`crate::StoreError::Schema`] where the schema is newer than this program or was made by other scripts.
    pub async fn migrate(&self) -> Result<usize> {
        let mut tx = self.begin().await?;
        let applied = migrate::run(&mut tx).await?;
        tx.commit().await?;
        Ok(applied)
    }

    /// Asks the database for a sign of life.
    ///
    /// # Errors
    /// Where there is none.
    pub async fn ping(&self) -> Result<()> {
        self.peek().await?.ping().await
    }

    /// Begins a transaction that may write. On SQLite it is the only one and holds the write lock from the
    /// start: a read that later wants to write would fail at once under contention, without any waiting.
    ///
    /// # Errors
    /// [`crate::StoreError::Unavailable`] where no connection becomes free in time.
    pub async fn begin(&self) -> Result<Tx> {
        let dialect = self.pools.dialect;
        let begin = match dialect {
            Dialect::Sqlite => "BEGIN IMMEDIATE",
            Dialect::Postgres => "BEGIN",
        };
        Ok(Tx::of(begun(&self.pools.writer, begin).await?, dialect))
    }

    /// Begins a transaction that only reads and sees one state of the data throughout.
    ///
    /// # Errors
    /// As [`Store::begin`].
    pub async fn read(&self) -> Result<Tx> {
        let dialect = self.pools.dialect;
        let begin = match dialect {
            Dialect::Sqlite => "BEGIN",
            Dialect::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        Ok(Tx::of(begun(&self.pools.reader, begin).await?, dialect))
    }

    /// For a single read: no transaction around it, so two round trips less.
    ///
    /// # Errors
    /// As [`Store::begin`].
    pub async fn peek(&self) -> Result<Tx> {
        Ok(Tx::plain(self.pools.reader.acquire().await?, self.pools.dialect))
    }

    /// The writing connection outside any transaction.
    pub(crate) async fn plain_writer(&self) -> Result<Tx> {
        Ok(Tx::plain(self.pools.writer.acquire().await?, self.pools.dialect))
    }

    /// Closes every connection, waiting for those in use.
    pub async fn close(&self) {
        self.pools.writer.close().await;
        self.pools.reader.close().await;
    }
}

/// A transaction that has begun, whatever becomes of the caller meanwhile: a request that is dropped while its `BEGIN`
/// is under way would put a connection with an open transaction back into the pool. The task ends what it has begun,
/// and a transaction that nobody takes is rolled back.
async fn begun(pool: &Pool<Any>, begin: &'static str) -> Result<Transaction<'static, Any>> {
    let pool = pool.clone();
    let begun = tokio::spawn(async move { pool.begin_with(begin).await }).await;
    Ok(begun.map_err(|_| StoreError::Unavailable("closing".into()))??)
}
