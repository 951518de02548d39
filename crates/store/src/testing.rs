//! Databases for tests: a SQLite file in the temporary folder, or a schema of its own on PostgreSQL.

mod folder;
pub mod history;
mod postgres;

pub use folder::Folder;

use crate::{Dialect, Options, Store};
use std::{
    hash::{BuildHasher, Hasher, RandomState},
    time::Duration,
};

/// A database that one test has for itself.
pub struct TestDatabase {
    /// Opened with room for many tasks at once.
    pub store: Store,
    /// Opens it anew.
    pub url: String,
    folder: Option<Folder>,
    schema: Option<(String, String)>,
}

impl TestDatabase {
    /// Makes one. `None`: PostgreSQL, which `EID_SKIP_POSTGRES=1` says to leave out.
    ///
    /// PostgreSQL is the server of `EID_TEST_POSTGRES_URL`; without it an own one is started and shared by the
    /// whole test run.
    ///
    /// # Errors
    /// Why there is none, in a sentence.
    pub async fn new(dialect: Dialect) -> Result<Option<Self>, String> {
        let database = Self::empty(dialect).await?;
        if let Some(database) = &database {
            database
                .store
                .migrate()
                .await
                .map_err(|error| error.to_string())?;
        }
        Ok(database)
    }

    /// The same, not migrated.
    ///
    /// # Errors
    /// As [`TestDatabase::new`].
    pub async fn empty(dialect: Dialect) -> Result<Option<Self>, String> {
        let (url, folder, schema) = match dialect {
            Dialect::Sqlite => {
                let folder = Folder::new("eid-sqlite").map_err(|error| error.to_string())?;
                (
                    format!("sqlite:{}", folder.path().join("eid.db").display()),
                    Some(folder),
                    None,
                )
            }
            Dialect::Postgres if std::env::var("EID_SKIP_POSTGRES").is_ok_and(|value| value == "1") => {
                return Ok(None);
            }
            Dialect::Postgres => {
                let server = postgres::server()?;
                let schema = format!("eid_{:016x}", any_number());
                postgres::execute(&server, format!("CREATE SCHEMA {schema}")).await?;
                let mark = if server.contains('?') { '&' } else { '?' };
                (
                    format!("{server}{mark}options[search_path]={schema}"),
                    None,
                    Some((server, schema)),
                )
            }
        };
        let store = Self::open(&url).await?;
        Ok(Some(Self {
            store,
            url,
            folder,
            schema,
        }))
    }

    /// Opens `url` as the test databases are opened.
    ///
    /// # Errors
    /// Why not.
    pub async fn open(url: &str) -> Result<Store, String> {
        let options = Options {
            connections: 12,
            acquire_timeout: Duration::from_secs(60),
        };
        Store::open(url, &options)
            .await
            .map_err(|error| error.to_string())
    }

    /// Closes and removes it. A test that fails before leaves its schema to be looked at.
    ///
    /// # Errors
    /// Where the schema cannot be dropped.
    pub async fn close(self) -> Result<(), String> {
        self.store.close().await;
        drop(self.folder);
        match self.schema {
            Some((server, schema)) => {
                postgres::execute(&server, format!("DROP SCHEMA {schema} CASCADE")).await
            }
            None => Ok(()),
        }
    }
}

/// Runs a text of the test's own, e.g. to break what only the database can hold.
///
/// # Errors
/// What the database says.
pub async fn script(tx: &mut crate::Tx, text: &'static str) -> crate::Result<()> {
    tx.script(text).await
}

/// A number that no other test run has: the standard library seeds its hash maps with it.
fn any_number() -> u64 {
    RandomState::new().build_hasher().finish()
}

/// Names of all tables, the housekeeping of the migrations included.
///
/// # Errors
/// Where the database fails.
pub async fn tables(tx: &mut crate::Tx) -> crate::Result<Vec<String>> {
    let query = crate::tx::sql(match tx.dialect() {
        Dialect::Sqlite => {
            "SELECT name AS name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        }
        Dialect::Postgres => {
            "SELECT CAST(tablename AS TEXT) AS name FROM pg_tables WHERE schemaname = current_schema()"
        }
    });
    let rows = tx.all(query).await?;
    rows.iter().map(|row| row.text("name")).collect()
}
