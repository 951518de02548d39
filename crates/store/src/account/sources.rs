//! What the simulated agencies were asked for.

use crate::{
    error::Result,
    row::{Row, micros},
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// A request at an agency.
#[derive(Clone, PartialEq, Eq)]
pub struct SourceCase {
    /// The request's key.
    pub id: String,
    /// Twelve digits.
    pub personal_number: String,
    /// The id of the kind of paper.
    pub kind: String,
    /// The how manieth of this person and kind, from 1.
    pub attempt: u32,
    /// When it came.
    pub asked_at: Timestamp,
    /// When it is answered; none once the answer was taken.
    pub next_at: Option<Timestamp>,
}

fn read(row: &Row) -> Result<SourceCase> {
    Ok(SourceCase {
        id: row.text("id")?,
        personal_number: row.text("personal_number")?,
        kind: row.text("kind")?,
        attempt: row.number("attempt")?,
        asked_at: row.instant("asked_at")?,
        next_at: row.opt_instant("next_at")?,
    })
}

/// Stores a request and counts the how manieth it is. A key that is known changes nothing.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, case: &SourceCase) -> Result<()> {
    let query = sql(
        "INSERT INTO source_case (id, personal_number, kind, attempt, asked_at, next_at)
        SELECT $1, $2, $3, CAST(1 + COUNT(*) AS INTEGER), $4, $5 FROM source_case
            WHERE personal_number = $2 AND kind = $3
        ON CONFLICT (id) DO NOTHING",
    );
    let c = case.clone();
    let query = query
        .bind(c.id)
        .bind(c.personal_number)
        .bind(c.kind)
        .bind(micros(c.asked_at))
        .bind(crate::row::opt_micros(c.next_at));
    tx.run(query).await.map(|_| ())
}

/// Requests whose answer is due by `now`, the longest due first, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn due(tx: &mut Tx, now: Timestamp, limit: u32) -> Result<Vec<SourceCase>> {
    let query = sql("SELECT * FROM source_case WHERE next_at <= $1 ORDER BY next_at, id LIMIT $2");
    let query = query.bind(micros(now)).bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}

/// The answer was taken. One that is unknown, or was taken before, changes nothing.
///
/// # Errors
/// Where the database fails.
pub async fn answered(tx: &mut Tx, id: &str) -> Result<()> {
    let query = sql("UPDATE source_case SET next_at = NULL WHERE id = $1").bind(id.to_owned());
    tx.run(query).await.map(|_| ())
}

/// Answers that would come later come by then.
///
/// # Errors
/// Where the database fails.
pub async fn hurry(tx: &mut Tx, by: Timestamp) -> Result<()> {
    let query = sql("UPDATE source_case SET next_at = $1 WHERE next_at > $1").bind(micros(by));
    tx.run(query).await.map(|_| ())
}
