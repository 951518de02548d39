//! Days of the whole country that the administrator says over those of the data file, and what was changed, by whom.

use super::office_changes::standing;
use crate::{
    error::Result,
    row::{Row, micros},
    tx::{Tx, locking, sql},
    waiting::EntryState,
};
use jiff::Timestamp;

/// All that is said, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Grows with every change, from 0.
    pub version: i64,
    /// JSON of the domain's `NationalDay`s.
    pub data: String,
}

/// A change of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayChange {
    /// Its id.
    pub id: String,
    /// When.
    pub made_at: Timestamp,
    /// Which member of staff.
    pub made_by: String,
    /// Version that it made.
    pub to_version: i64,
    /// JSON of the days it speaks of, as they were.
    pub days_before: String,
    /// And as they became.
    pub days_after: String,
    /// Why; may be empty.
    pub note: String,
    /// The change that took this one back.
    pub undone_by: Option<String>,
}

fn read(row: &Row) -> Result<HolidayChange> {
    Ok(HolidayChange {
        id: row.text("id")?,
        made_at: row.instant("made_at")?,
        made_by: row.text("made_by")?,
        to_version: row.int("to_version")?,
        days_before: row.text("days_before")?,
        days_after: row.text("days_after")?,
        note: row.text("note")?,
        undone_by: row.opt_text("undone_by")?,
    })
}

fn said(row: Option<Row>) -> Result<Said> {
    row.map_or_else(
        || {
            Ok(Said {
                version: 0,
                data: "[]".to_owned(),
            })
        },
        |row| {
            Ok(Said {
                version: row.int("version")?,
                data: row.text("data")?,
            })
        },
    )
}

/// What is said now.
///
/// # Errors
/// Where the database fails.
pub async fn current(tx: &mut Tx) -> Result<Said> {
    let query = sql("SELECT version, data FROM holiday_calendar WHERE id = 1");
    said(tx.one(query).await?)
}

/// The same, and nobody else changes it until the transaction ends. It comes before the locks of offices.
///
/// # Errors
/// Where the database fails.
pub async fn lock(tx: &mut Tx) -> Result<Said> {
    let query = locking!(
        tx,
        "SELECT version, data FROM holiday_calendar WHERE id = 1",
        "FOR UPDATE",
        ""
    );
    said(tx.one(query).await?)
}

/// Its version.
///
/// # Errors
/// Where the database fails.
pub async fn mark(tx: &mut Tx) -> Result<i64> {
    let query = sql("SELECT version FROM holiday_calendar WHERE id = 1");
    tx.one(query).await?.map_or(Ok(0), |row| row.int("version"))
}

/// Stores what is said, where nobody else has changed it since `from_version`; returns the new version.
///
/// # Errors
/// Where the database fails.
pub async fn replace(tx: &mut Tx, from_version: i64, data: &str) -> Result<Option<i64>> {
    let query = sql(
        "UPDATE holiday_calendar SET data = $2, version = version + 1 WHERE id = 1 AND version = $1
        RETURNING version",
    );
    let query = query.bind(from_version).bind(data.to_owned());
    tx.one(query).await?.map(|row| row.int("version")).transpose()
}

/// Writes a change down.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, change: &HolidayChange) -> Result<()> {
    let query = sql(
        "INSERT INTO holiday_change (id, made_at, made_by, to_version, days_before, days_after, note, undone_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    );
    let c = change.clone();
    let query = query
        .bind(c.id)
        .bind(micros(c.made_at))
        .bind(c.made_by)
        .bind(c.to_version)
        .bind(c.days_before)
        .bind(c.days_after)
        .bind(c.note)
        .bind(c.undone_by);
    tx.run(query).await.map(|_| ())
}

/// A change.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<HolidayChange>> {
    let query = sql("SELECT * FROM holiday_change WHERE id = $1").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// Changes with the name of who made them, the newest first, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn list(tx: &mut Tx, limit: u32) -> Result<Vec<(HolidayChange, String)>> {
    let query = sql(
        "SELECT c.*, COALESCE(s.name, c.made_by) AS staff_name FROM holiday_change c
        LEFT JOIN staff s ON s.id = c.made_by ORDER BY c.to_version DESC LIMIT $1",
    );
    let rows = tx.all(query.bind(i64::from(limit))).await?;
    rows.iter()
        .map(|row| Ok((read(row)?, row.text("staff_name")?)))
        .collect()
}

/// Says that a change was taken back by another. False where it was already.
///
/// # Errors
/// Where the database fails.
pub async fn note_undone(tx: &mut Tx, id: &str, by: &str) -> Result<bool> {
    let query = sql("UPDATE holiday_change SET undone_by = $2 WHERE id = $1 AND undone_by IS NULL");
    Ok(tx.run(query.bind(id.to_owned()).bind(by.to_owned())).await? == 1)
}

/// Writes down whom a change moves.
///
/// # Errors
/// Where the database fails.
pub async fn note_moved(tx: &mut Tx, change_id: &str, entry_id: &str) -> Result<()> {
    let query = sql(
        "INSERT INTO holiday_change_moved (change_id, entry_id) VALUES ($1, $2)
        ON CONFLICT (change_id, entry_id) DO NOTHING",
    );
    tx.run(query.bind(change_id.to_owned()).bind(entry_id.to_owned()))
        .await
        .map(|_| ())
}

/// Where those stand whom changes have moved: change, state, how many.
///
/// # Errors
/// Where the database fails.
pub async fn moving(tx: &mut Tx) -> Result<Vec<(String, EntryState, u32)>> {
    let query = sql(
        "SELECT m.change_id, e.state, CAST(COUNT(*) AS BIGINT) AS n FROM holiday_change_moved m
        JOIN waiting_entry e ON e.id = m.entry_id
        GROUP BY m.change_id, e.state ORDER BY m.change_id, e.state",
    );
    tx.all(query).await?.iter().map(standing).collect()
}
