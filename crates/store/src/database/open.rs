//! Opening: addresses, pools, and what every connection is told first.

use crate::{
    error::{Result, StoreError},
    tx::Dialect,
};
use sqlx::{
    AnyPool, Executor,
    any::{AnyConnectOptions, AnyPoolOptions},
};
use std::{str::FromStr, time::Duration};

/// Sizes and patience.
#[derive(Clone, Debug)]
pub struct Options {
    /// Connections that read (SQLite) or all of them (PostgreSQL).
    pub connections: u32,
    /// How long a transaction waits for a connection before [`StoreError::Unavailable`].
    pub acquire_timeout: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            connections: 4,
            acquire_timeout: Duration::from_secs(8),
        }
    }
}

/// `synchronous = FULL`: a booking that was told must survive a power cut.
const SQLITE: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
    PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -4000; \
    PRAGMA journal_size_limit = 16777216;";
const SQLITE_READER: &str = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000; \
    PRAGMA temp_store = MEMORY; PRAGMA cache_size = -2000; PRAGMA query_only = ON;";
/// Short patience: a request that waits longer than this has lost its caller.
const POSTGRES: &str = "SET statement_timeout = '5s'; SET lock_timeout = '4s'; \
    SET idle_in_transaction_session_timeout = '10s'; SET default_transaction_isolation = 'read committed';";

/// Writers and readers; the same pool on PostgreSQL.
pub(crate) struct Pools {
    pub(crate) dialect: Dialect,
    pub(crate) writer: AnyPool,
    pub(crate) reader: AnyPool,
}

pub(crate) async fn open(url: &str, options: &Options) -> Result<Pools> {
    sqlx::any::install_default_drivers();
    if url.starts_with("sqlite:") {
        open_sqlite(url, options).await
    } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
        let pool = pool(url, options.connections.max(2), options, POSTGRES).await?;
        Ok(Pools {
            dialect: Dialect::Postgres,
            writer: pool.clone(),
            reader: pool,
        })
    } else {
        Err(StoreError::Address("it begins with sqlite: or postgres:".into()))
    }
}

/// One connection writes: SQLite has one writer anyway, and waiting in our queue is fair and cheap where
/// waiting for its lock is neither.
async fn open_sqlite(url: &str, options: &Options) -> Result<Pools> {
    let (address, query) = url.split_once('?').unwrap_or((url, ""));
    if address.contains(":memory:") || query.contains("mode=memory") {
        return Err(StoreError::Address("SQLite needs a file".into()));
    }
    prepare_file(address.trim_start_matches("sqlite:").trim_start_matches("//"))?;
    let writer = pool(url, 1, options, SQLITE).await?;
    let reader = pool(url, options.connections.max(1), options, SQLITE_READER).await?;
    Ok(Pools {
        dialect: Dialect::Sqlite,
        writer,
        reader,
    })
}

/// Makes folder and file, readable by their owner only: what is in it is personal data.
fn prepare_file(path: &str) -> Result<()> {
    let path = std::path::Path::new(path);
    let told = |error: std::io::Error| StoreError::Address(format!("{}: {}", path.display(), error.kind()));
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(told)?;
    }
    let mut file = std::fs::OpenOptions::new();
    file.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    file.open(path).map(|_| ()).map_err(told)
}

async fn pool(url: &str, size: u32, options: &Options, first: &'static str) -> Result<AnyPool> {
    let connect = AnyConnectOptions::from_str(url)?;
    let connect = sqlx::ConnectOptions::disable_statement_logging(connect);
    Ok(AnyPoolOptions::new()
        .max_connections(size)
        .min_connections(1)
        .acquire_timeout(options.acquire_timeout)
        // A ping before each use costs a round trip; a broken connection shows at its first statement.
        .test_before_acquire(false)
        .after_connect(move |connection, _| {
            Box::pin(async move { connection.execute(sqlx::raw_sql(first)).await.map(|_| ()) })
        })
        .connect_with(connect)
        .await?)
}
