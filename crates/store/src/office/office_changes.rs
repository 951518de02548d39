//! What was changed in offices, by whom, and what can be taken back.

use crate::{
    error::Result,
    row::{Row, micros},
    tx::{Tx, sql},
    waiting::EntryState,
};
use jiff::Timestamp;

/// A change of an office's record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeChange {
    /// Its id.
    pub id: String,
    /// The office.
    pub office_id: String,
    /// When.
    pub made_at: Timestamp,
    /// Which member of staff.
    pub made_by: String,
    /// Version that was changed.
    pub from_version: i64,
    /// Version that it became.
    pub to_version: i64,
    /// JSON of the domain's `Office` before.
    pub data_before: String,
    /// And after.
    pub data_after: String,
    /// Why; may be empty.
    pub note: String,
    /// The change that took this one back.
    pub undone_by: Option<String>,
}

fn read(row: &Row) -> Result<OfficeChange> {
    Ok(OfficeChange {
        id: row.text("id")?,
        office_id: row.text("office_id")?,
        made_at: row.instant("made_at")?,
        made_by: row.text("made_by")?,
        from_version: row.int("from_version")?,
        to_version: row.int("to_version")?,
        data_before: row.text("data_before")?,
        data_after: row.text("data_after")?,
        note: row.text("note")?,
        undone_by: row.opt_text("undone_by")?,
    })
}

/// Writes a change down.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, change: &OfficeChange) -> Result<()> {
    let query = sql(
        "INSERT INTO office_change (id, office_id, made_at, made_by, from_version, to_version, data_before,
        data_after, note, undone_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    );
    let c = change.clone();
    let query = query
        .bind(c.id)
        .bind(c.office_id)
        .bind(micros(c.made_at))
        .bind(c.made_by)
        .bind(c.from_version)
        .bind(c.to_version)
        .bind(c.data_before)
        .bind(c.data_after)
        .bind(c.note)
        .bind(c.undone_by);
    tx.run(query).await.map(|_| ())
}

/// A change.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<OfficeChange>> {
    let query = sql("SELECT * FROM office_change WHERE id = $1").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// Changes of an office with the name of who made them, the newest first, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn of_office(tx: &mut Tx, office_id: &str, limit: u32) -> Result<Vec<(OfficeChange, String)>> {
    let query = sql(
        "SELECT c.*, COALESCE(s.name, c.made_by) AS staff_name FROM office_change c
        LEFT JOIN staff s ON s.id = c.made_by WHERE c.office_id = $1 ORDER BY c.to_version DESC LIMIT $2",
    );
    let rows = tx
        .all(query.bind(office_id.to_owned()).bind(i64::from(limit)))
        .await?;
    rows.iter()
        .map(|row| Ok((read(row)?, row.text("staff_name")?)))
        .collect()
}

/// Says that a change was taken back by another. False where it was already.
///
/// # Errors
/// Where the database fails.
pub async fn note_undone(tx: &mut Tx, id: &str, by: &str) -> Result<bool> {
    let query = sql("UPDATE office_change SET undone_by = $2 WHERE id = $1 AND undone_by IS NULL");
    Ok(tx.run(query.bind(id.to_owned()).bind(by.to_owned())).await? == 1)
}

/// Offices that were ever changed by their managers.
///
/// # Errors
/// Where the database fails.
pub async fn changed_offices(tx: &mut Tx) -> Result<Vec<String>> {
    let query = sql("SELECT DISTINCT office_id FROM office_change ORDER BY office_id");
    tx.all(query)
        .await?
        .iter()
        .map(|row| row.text("office_id"))
        .collect()
}

/// Writes down whom a change moves.
///
/// # Errors
/// Where the database fails.
pub async fn note_moved(tx: &mut Tx, change_id: &str, entry_id: &str) -> Result<()> {
    let query = sql(
        "INSERT INTO office_change_moved (change_id, entry_id) VALUES ($1, $2)
        ON CONFLICT (change_id, entry_id) DO NOTHING",
    );
    tx.run(query.bind(change_id.to_owned()).bind(entry_id.to_owned()))
        .await
        .map(|_| ())
}

/// A change, a state, and how many of those it moved stand there.
pub(super) fn standing(row: &Row) -> Result<(String, EntryState, u32)> {
    Ok((
        row.text("change_id")?,
        row.word("state", EntryState::parse)?,
        row.number("n")?,
    ))
}

/// Where those stand whom the changes of an office have moved: change, state, how many.
///
/// # Errors
/// Where the database fails.
pub async fn moving(tx: &mut Tx, office_id: &str) -> Result<Vec<(String, EntryState, u32)>> {
    let query = sql(
        "SELECT m.change_id, e.state, CAST(COUNT(*) AS BIGINT) AS n FROM office_change_moved m
        JOIN office_change c ON c.id = m.change_id JOIN waiting_entry e ON e.id = m.entry_id
        WHERE c.office_id = $1 GROUP BY m.change_id, e.state ORDER BY m.change_id, e.state",
    );
    tx.all(query.bind(office_id.to_owned()))
        .await?
        .iter()
        .map(standing)
        .collect()
}
