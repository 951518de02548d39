//! Batches with the ministry: dossiers that go out by file, decisions and cards that come back.

pub mod decisions;
pub mod requests;
pub mod rows;

use crate::{
    error::{Result, StoreError},
    row::{Row, micros, opt_micros},
    tx::{Tx, locking, sql},
};
use jiff::Timestamp;

/// A batch. Words of the domain are kept as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Its id; time-ordered.
    pub id: String,
    /// Whose.
    pub office_id: String,
    /// The domain's `batch::Kind` as a word.
    pub kind: String,
    /// The domain's `batch::State` as a word.
    pub state: String,
    /// The domain's `batch::Format` as a word.
    pub format: String,
    /// Name of the file.
    pub name: String,
    /// SHA-256 of the file in hex; the batch's id until it is known.
    pub hash: String,
    /// The headings of a CSV file, as they stand there.
    pub heading: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// By which member of staff.
    pub created_by: String,
    /// Rows in all.
    pub total: u32,
    /// Rows that were looked at.
    pub checked: u32,
    /// Of them: can be taken over.
    pub good: u32,
    /// Of them: were taken over before.
    pub already: u32,
    /// Of them: cannot be taken over.
    pub bad: u32,
    /// Good rows that were gone through.
    pub applied: u32,
    /// Of them: could not be taken over in the end.
    pub failed: u32,
    /// Up to which row the work of the state is done.
    pub position: u32,
    /// When it was confirmed.
    pub confirmed_at: Option<Timestamp>,
    /// By which member of staff.
    pub confirmed_by: Option<String>,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
    /// Why its file cannot be read at all; the domain's word.
    pub fault: Option<String>,
    /// Headings that are missing, with spaces between.
    pub missing: String,
}

fn read(row: &Row) -> Result<Batch> {
    Ok(Batch {
        id: row.text("id")?,
        office_id: row.text("office_id")?,
        kind: row.text("kind")?,
        state: row.text("state")?,
        format: row.text("format")?,
        name: row.text("name")?,
        hash: row.text("hash")?,
        heading: row.text("heading")?,
        created_at: row.instant("created_at")?,
        created_by: row.text("created_by")?,
        total: row.number("total")?,
        checked: row.number("checked")?,
        good: row.number("good")?,
        already: row.number("already")?,
        bad: row.number("bad")?,
        applied: row.number("applied")?,
        failed: row.number("failed")?,
        position: row.number("position")?,
        confirmed_at: row.opt_instant("confirmed_at")?,
        confirmed_by: row.opt_text("confirmed_by")?,
        finished_at: row.opt_instant("finished_at")?,
        fault: row.opt_text("fault")?,
        missing: row.text("missing")?,
    })
}

/// Stores a new batch.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, batch: &Batch) -> Result<()> {
    let query = sql(
        "INSERT INTO batch (id, office_id, kind, state, format, name, hash, heading, created_at, created_by, total,
        checked, good, already, bad, applied, failed, position, confirmed_at, confirmed_by, finished_at, fault, missing)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
        $23)",
    );
    let b = batch.clone();
    let query = query
        .bind(b.id)
        .bind(b.office_id)
        .bind(b.kind)
        .bind(b.state)
        .bind(b.format)
        .bind(b.name)
        .bind(b.hash)
        .bind(b.heading)
        .bind(micros(b.created_at))
        .bind(b.created_by)
        .bind(i64::from(b.total))
        .bind(i64::from(b.checked))
        .bind(i64::from(b.good))
        .bind(i64::from(b.already))
        .bind(i64::from(b.bad))
        .bind(i64::from(b.applied))
        .bind(i64::from(b.failed))
        .bind(i64::from(b.position))
        .bind(opt_micros(b.confirmed_at))
        .bind(b.confirmed_by)
        .bind(opt_micros(b.finished_at))
        .bind(b.fault)
        .bind(b.missing);
    tx.run(query).await.map(|_| ())
}

/// Stores everything that can change, where the batch still stands at `from` (state and position).
///
/// # Errors
/// [`StoreError::Stale`] where it does not; [`StoreError::Constraint`] with `BatchFileOpen` where the same file is worked
/// on already.
pub async fn update(tx: &mut Tx, from: (&str, u32), batch: &Batch) -> Result<()> {
    let query = sql(
        "UPDATE batch SET state = $1, hash = $2, heading = $3, total = $4, checked = $5, good = $6, already = $7,
        bad = $8, applied = $9, failed = $10, position = $11, confirmed_at = $12, confirmed_by = $13, finished_at = $14,
        fault = $15, missing = $16 WHERE id = $17 AND state = $18 AND position = $19",
    );
    let b = batch.clone();
    let query = query
        .bind(b.state)
        .bind(b.hash)
        .bind(b.heading)
        .bind(i64::from(b.total))
        .bind(i64::from(b.checked))
        .bind(i64::from(b.good))
        .bind(i64::from(b.already))
        .bind(i64::from(b.bad))
        .bind(i64::from(b.applied))
        .bind(i64::from(b.failed))
        .bind(i64::from(b.position))
        .bind(opt_micros(b.confirmed_at))
        .bind(b.confirmed_by)
        .bind(opt_micros(b.finished_at))
        .bind(b.fault)
        .bind(b.missing)
        .bind(b.id)
        .bind(from.0.to_owned())
        .bind(i64::from(from.1));
    if tx.run(query).await? == 0 {
        Err(StoreError::Stale("batch"))
    } else {
        Ok(())
    }
}

/// A batch.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<Batch>> {
    let query = sql("SELECT * FROM batch WHERE id = $1").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// The same; nobody else changes it until the transaction has ended.
///
/// # Errors
/// Where the database fails.
pub async fn locked(tx: &mut Tx, id: &str) -> Result<Option<Batch>> {
    let query = locking!(tx, "SELECT * FROM batch WHERE id = $1", "FOR UPDATE", "");
    tx.one(query.bind(id.to_owned()))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// Batches of an office that are shown, newest first, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn of_office(tx: &mut Tx, office_id: &str, limit: u32) -> Result<Vec<Batch>> {
    let query = sql(
        "SELECT * FROM batch WHERE office_id = $1 AND state NOT IN ('uploading', 'discarded')
        ORDER BY created_at DESC, id DESC LIMIT $2",
    );
    tx.all(query.bind(office_id.to_owned()).bind(i64::from(limit)))
        .await?
        .iter()
        .map(read)
        .collect()
}

/// The newest batch of a file that was not put away or refused.
///
/// # Errors
/// Where the database fails.
pub async fn of_file(tx: &mut Tx, office_id: &str, kind: &str, hash: &str) -> Result<Option<Batch>> {
    let query = sql(
        "SELECT * FROM batch WHERE office_id = $1 AND kind = $2 AND hash = $3
        AND state IN ('checking', 'checked', 'applying', 'done') ORDER BY created_at DESC, id DESC LIMIT 1",
    );
    let query = query
        .bind(office_id.to_owned())
        .bind(kind.to_owned())
        .bind(hash.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// Ids of batches on which there is work to do, the oldest first.
///
/// # Errors
/// Where the database fails.
pub async fn open(tx: &mut Tx) -> Result<Vec<String>> {
    let query = sql("SELECT id FROM batch WHERE state IN ('checking', 'applying') ORDER BY id LIMIT 20");
    tx.all(query).await?.iter().map(|row| row.text("id")).collect()
}
