//! Stops of teams. A stop is an office for one day: its id is the office id of its ticks and visits.

use crate::{
    error::{Result, StoreError},
    row::{Row, micros, words},
    tx::{Tx, locking, sql},
};
use jiff::{Timestamp, civil::Date};

words! {
    /// Where a stop stands.
    StopState {
        /// The team will come.
        Planned = "planned",
        /// It will not.
        Cancelled = "cancelled",
    }
}

/// A stored stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Its id.
    pub id: String,
    /// Which office runs it.
    pub office_id: String,
    /// The domain's `StopKind` as a word.
    pub kind: String,
    /// Which day.
    pub date: Date,
    /// When that day is over.
    pub ends_at: Timestamp,
    /// Whether anybody may book there.
    pub is_public: bool,
    /// Where it stands.
    pub state: StopState,
    /// JSON of the domain's `Office`.
    pub data: String,
    /// Who planned it.
    pub staff_id: String,
    /// When.
    pub created_at: Timestamp,
    /// Grows with every change, from 1.
    pub version: i64,
}

fn read(row: &Row) -> Result<Stop> {
    Ok(Stop {
        id: row.text("id")?,
        office_id: row.text("office_id")?,
        kind: row.text("kind")?,
        date: row
            .opt_date("date")?
            .ok_or_else(|| StoreError::corrupt("column date"))?,
        ends_at: row.instant("ends_at")?,
        is_public: row.flag("is_public")?,
        state: row.word("state", StopState::parse)?,
        data: row.text("data")?,
        staff_id: row.text("staff_id")?,
        created_at: row.instant("created_at")?,
        version: row.int("version")?,
    })
}

/// Stores a new stop.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, stop: &Stop) -> Result<()> {
    let query = sql(
        "INSERT INTO stop (id, office_id, kind, date, ends_at, is_public, state, data, staff_id, created_at,
        version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    );
    let s = stop.clone();
    let query = query
        .bind(s.id)
        .bind(s.office_id)
        .bind(s.kind)
        .bind(s.date.to_string())
        .bind(micros(s.ends_at))
        .bind(i64::from(s.is_public))
        .bind(s.state.as_str())
        .bind(s.data)
        .bind(s.staff_id)
        .bind(micros(s.created_at))
        .bind(s.version);
    tx.run(query).await.map(|_| ())
}

/// A stop.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<Stop>> {
    let query = sql("SELECT * FROM stop WHERE id = $1").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// The same, and nobody else fills or cancels it until the transaction ends.
///
/// # Errors
/// Where the database fails.
pub async fn lock(tx: &mut Tx, id: &str) -> Result<Option<Stop>> {
    let query = locking!(tx, "SELECT * FROM stop WHERE id = $1", "FOR UPDATE", "");
    tx.one(query.bind(id.to_owned()))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// Stops of an office from a day on, the nearest first.
///
/// # Errors
/// Where the database fails.
pub async fn of_office(tx: &mut Tx, office_id: &str, from: Date) -> Result<Vec<Stop>> {
    let query = sql("SELECT * FROM stop WHERE office_id = $1 AND date >= $2 ORDER BY date, created_at, id");
    tx.all(query.bind(office_id.to_owned()).bind(from.to_string()))
        .await?
        .iter()
        .map(read)
        .collect()
}

/// Every stop that was or will be: receipts of past ones still name their place.
///
/// # Errors
/// Where the database fails.
pub async fn list(tx: &mut Tx) -> Result<Vec<Stop>> {
    tx.all(sql("SELECT * FROM stop ORDER BY date, id"))
        .await?
        .iter()
        .map(read)
        .collect()
}

/// Two numbers that change whenever any stop does.
///
/// # Errors
/// Where the database fails.
pub async fn mark(tx: &mut Tx) -> Result<(i64, i64)> {
    let row = tx
        .one(sql(
            "SELECT COUNT(*) AS n, CAST(COALESCE(SUM(version), 0) AS BIGINT) AS v FROM stop",
        ))
        .await?;
    row.map_or(Ok((0, 0)), |row| Ok((row.int("n")?, row.int("v")?)))
}

/// Cancels a planned stop. True where this call did it.
///
/// # Errors
/// Where the database fails.
pub async fn cancel(tx: &mut Tx, id: &str) -> Result<bool> {
    let query = sql("UPDATE stop SET state = 'cancelled', version = version + 1
        WHERE id = $1 AND state = 'planned'");
    Ok(tx.run(query.bind(id.to_owned())).await? == 1)
}

/// Stores other data of a planned stop. True where it was still planned.
///
/// # Errors
/// Where the database fails.
pub async fn change(tx: &mut Tx, id: &str, data: &str) -> Result<bool> {
    let query = sql("UPDATE stop SET data = $2, version = version + 1
        WHERE id = $1 AND state = 'planned'");
    Ok(tx.run(query.bind(id.to_owned()).bind(data.to_owned())).await? == 1)
}
