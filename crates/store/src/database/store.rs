//! The handle of the database.

use crate::{
    error::{Result, StoreError},
    migrate,
    open::{self, Options, Pools},
    tx::{Dialect, Tx},
};
use sqlx::{Any, Pool, Transaction, pool::PoolConnection};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    pools: Arc<Pools>,
    statements: Arc<AtomicU64>,
}

impl Store {
    /// Connects. `url` is `sqlite:PATH` or `postgres://…`; SQLite's file and folder are made where missing.
    ///
    /// # Errors
    /// Where the address is wrong or nobody answers.
    pub async fn open(url: &str, options: &Options) -> Result<Self> {
        Ok(Self {
            pools: Arc::new(open::open(url, options).await?),
            statements: Arc::default(),
        })
    }

    /// Which database it is.
    pub fn dialect(&self) -> Dialect {
        self.pools.dialect
    }

    /// How many statements this handle and its clones have run: two requests that must not be told apart run as many.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    fn transaction(&self, begun: Transaction<'static, Any>) -> Tx {
        Tx::of(begun, self.pools.dialect, Arc::clone(&self.statements))
    }

    fn plain(&self, connection: PoolConnection<Any>) -> Tx {
        Tx::plain(connection, self.pools.dialect, Arc::clone(&self.statements))
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
        let begin = match self.pools.dialect {
            Dialect::Sqlite => "BEGIN IMMEDIATE",
            Dialect::Postgres => "BEGIN",
        };
        Ok(self.transaction(begun(&self.pools.writer, begin).await?))
    }

    /// Begins a transaction that only reads and sees one state of the data throughout.
    ///
    /// # Errors
    /// As [`Store::begin`].
    pub async fn read(&self) -> Result<Tx> {
        let begin = match self.pools.dialect {
            Dialect::Sqlite => "BEGIN",
            Dialect::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        Ok(self.transaction(begun(&self.pools.reader, begin).await?))
    }

    /// For a single read: no transaction around it, so two round trips less.
    ///
    /// # Errors
    /// As [`Store::begin`].
    pub async fn peek(&self) -> Result<Tx> {
        Ok(self.plain(self.pools.reader.acquire().await?))
    }

    /// The writing connection outside any transaction.
    pub(crate) async fn plain_writer(&self) -> Result<Tx> {
        Ok(self.plain(self.pools.writer.acquire().await?))
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
