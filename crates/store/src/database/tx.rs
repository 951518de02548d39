//! A transaction, and the few ways a statement is run in it.

use crate::{
    error::{Result, StoreError},
    row::Row,
};
use sqlx::{
    Any, AnyConnection, AssertSqlSafe, Connection, Transaction, any::AnyArguments, pool::PoolConnection,
    query::Query,
};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite, in a file of this machine.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

/// A transaction. Commit it, or nothing of it is stored.
pub struct Tx {
    link: Link,
    dialect: Dialect,
    failed: bool,
    statements: Arc<AtomicU64>,
}

enum Link {
    Transaction(Transaction<'static, Any>),
    /// Reads that need not agree with each other.
    Connection(PoolConnection<Any>),
}

impl Tx {
    pub(crate) fn of(
        transaction: Transaction<'static, Any>,
        dialect: Dialect,
        statements: Arc<AtomicU64>,
    ) -> Self {
        Self {
            link: Link::Transaction(transaction),
            dialect,
            failed: false,
            statements,
        }
    }

    pub(crate) fn plain(
        connection: PoolConnection<Any>,
        dialect: Dialect,
        statements: Arc<AtomicU64>,
    ) -> Self {
        Self {
            link: Link::Connection(connection),
            dialect,
            failed: false,
            statements,
        }
    }

    /// Which database it runs on.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Stores what was done.
    ///
    /// # Errors
    /// [`StoreError::Failed`] where one of its statements had failed: PostgreSQL would answer such a commit
    /// with a silent rollback, so it is refused on both.
    pub async fn commit(self) -> Result<()> {
        if self.failed {
            return Err(StoreError::Failed);
        }
        match self.link {
            Link::Transaction(transaction) => Ok(transaction.commit().await?),
            Link::Connection(_) => Ok(()),
        }
    }

    /// Undoes what was done and waits for it; dropping does the same in its own time.
    ///
    /// # Errors
    /// Where the database cannot be reached; nothing is stored then either.
    pub async fn rollback(self) -> Result<()> {
        match self.link {
            Link::Transaction(transaction) => Ok(transaction.rollback().await?),
            Link::Connection(_) => Ok(()),
        }
    }

    fn connection(&mut self) -> &mut AnyConnection {
        match &mut self.link {
            Link::Transaction(transaction) => transaction,
            Link::Connection(connection) => connection,
        }
    }

    fn note<T>(&mut self, outcome: Result<T, sqlx::Error>) -> Result<T> {
        self.statements.fetch_add(1, Ordering::Relaxed);
        self.failed |= outcome.is_err();
        Ok(outcome?)
    }

    /// Rows changed.
    pub(crate) async fn run(&mut self, query: Query<'_, Any, AnyArguments>) -> Result<u64> {
        let outcome = query.execute(self.connection()).await;
        Ok(self.note(outcome)?.rows_affected())
    }

    /// The first row, if there is one.
    pub(crate) async fn one(&mut self, query: Query<'_, Any, AnyArguments>) -> Result<Option<Row>> {
        let outcome = query.fetch_optional(self.connection()).await;
        Ok(self.note(outcome)?.map(Row))
    }

    /// Every row.
    pub(crate) async fn all(&mut self, query: Query<'_, Any, AnyArguments>) -> Result<Vec<Row>> {
        let outcome = query.fetch_all(self.connection()).await;
        Ok(self.note(outcome)?.into_iter().map(Row).collect())
    }

    /// A whole script without parameters; only texts of this crate.
    pub(crate) async fn script(&mut self, sql: &'static str) -> Result<()> {
        let outcome = sqlx::raw_sql(sql).execute(self.connection()).await;
        self.note(outcome).map(|_| ())
    }

    pub(crate) async fn ping(&mut self) -> Result<()> {
        let outcome = self.connection().ping().await;
        self.note(outcome)
    }
}

/// A statement of fixed text.
pub(crate) fn sql(text: &'static str) -> Query<'static, Any, AnyArguments> {
    sqlx::query(text)
}

/// A statement put together from fixed parts; values are always bound, never part of the text. It is not
/// kept prepared: every length of a list is another text.
pub(crate) fn built(text: String) -> Query<'static, Any, AnyArguments> {
    sqlx::query(AssertSqlSafe(text)).persistent(false)
}

/// The same for lists of one length only: one text, which stays prepared. SQLite looks each `$n` of a text up among all
/// others while it reads it, so that long texts are dear.
pub(crate) fn kept(text: String) -> Query<'static, Any, AnyArguments> {
    sqlx::query(AssertSqlSafe(text))
}

/// Lists of `length`, filled up with their last value: for `IN`, where it changes nothing.
pub(crate) fn even<'a>(all: &'a [&'a str], length: usize) -> impl Iterator<Item = Vec<&'a str>> {
    all.chunks(length.max(1)).map(move |some| {
        let mut some = some.to_vec();
        if let Some(last) = some.last().copied() {
            some.resize(length, last);
        }
        some
    })
}

/// `$1, $2, …` from `first` on, `count` of them.
pub(crate) fn placeholders(first: usize, count: usize) -> String {
    let mut list = String::new();
    for n in first..first + count {
        if n > first {
            list.push_str(", ");
        }
        list.push('$');
        list.push_str(&n.to_string());
    }
    list
}

/// One text for both databases, but for the row locks that only PostgreSQL has and needs: SQLite has a
/// single writer.
macro_rules! locking {
    ($tx:expr, $before:literal, $lock:literal, $after:literal) => {
        $crate::tx::sql(match $tx.dialect() {
            $crate::tx::Dialect::Sqlite => concat!($before, $after),
            $crate::tx::Dialect::Postgres => concat!($before, " ", $lock, " ", $after),
        })
    };
}
pub(crate) use locking;
