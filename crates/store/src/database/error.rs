//! What can go wrong, in the caller's terms.

use crate::constraint::Constraint;

/// Result of the store.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// Why the store could not do it. No message carries a value of a row: a driver's own error does (a duplicate
/// key is printed with the key), so it is not kept.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A rule of the database forbids it. The transaction is over.
    #[error("constraint {}", .0.as_str())]
    Constraint(Constraint),
    /// The row has changed since it was read; read it again.
    #[error("{0} has changed since it was read")]
    Stale(&'static str),
    /// Others hold what is needed for too long (lock wait, deadlock); the whole transaction may be tried again.
    #[error("the database is busy")]
    Busy,
    /// No connection, none free in time, or no space to write.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// Stored data is not what it must be.
    #[error("stored data is wrong: {0}")]
    Corrupt(String),
    /// The schema is not the one this program knows.
    #[error("schema: {0}")]
    Schema(String),
    /// The address of the database is wrong.
    #[error("database address: {0}")]
    Address(String),
    /// A statement of this transaction had failed, so it cannot be committed.
    #[error("the transaction had failed")]
    Failed,
    /// Anything else the database said.
    #[error("database: {0}")]
    Other(String),
}

impl StoreError {
    /// True where the same transaction, done anew, may well succeed.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Busy)
    }

    /// The broken rule, where it was one.
    pub fn constraint(&self) -> Option<Constraint> {
        match self {
            Self::Constraint(constraint) => Some(*constraint),
            _ => None,
        }
    }

    pub(crate) fn corrupt(what: impl Into<String>) -> Self {
        Self::Corrupt(what.into())
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::Database(error) => of_database(&*error),
            // No `Busy`: whoever has waited so long must not wait again.
            sqlx::Error::PoolTimedOut => Self::Unavailable("no connection in time".into()),
            sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => Self::Unavailable("closed".into()),
            sqlx::Error::Io(error) => Self::Unavailable(error.kind().to_string()),
            sqlx::Error::Configuration(error) => Self::Address(error.to_string()),
            sqlx::Error::ColumnNotFound(name) => Self::corrupt(format!("no column {name}")),
            sqlx::Error::ColumnDecode { index, .. } => Self::corrupt(format!("column {index}")),
            other => Self::Other(other.to_string()),
        }
    }
}

/// SQLite: 5 busy, 6 locked, 13 disk full, 14 cannot open, 10 I/O. PostgreSQL: 40001 serialization, 40P01
/// deadlock, 55P03 lock timeout, 57014 statement timeout, class 08 connection, 53 resources, 57P shutdown.
fn of_database(error: &dyn sqlx::error::DatabaseError) -> StoreError {
    if let Some(constraint) = Constraint::of(error) {
        return StoreError::Constraint(constraint);
    }
    let code = error.code().unwrap_or_default().into_owned();
    let primary = code
        .parse::<i32>()
        .ok()
        .filter(|_| code.len() < 5)
        .map(|code| code & 0xff);
    match (primary, code.as_str()) {
        (Some(5 | 6), _) | (_, "40001" | "40P01" | "55P03" | "57014") => StoreError::Busy,
        (Some(10 | 13 | 14), _) => StoreError::Unavailable(format!("SQLite code {code}")),
        (None, code) if ["08", "53", "57P"].iter().any(|class| code.starts_with(class)) => {
            StoreError::Unavailable(format!("PostgreSQL code {code}"))
        }
        _ => StoreError::Other(format!("{} ({code})", error.message())),
    }
}
