//! What somebody must correct or add before their dossier goes on.

use crate::{
    dossiers::{self, Dossier},
    error::Result,
    row::{Row, micros},
    tx::{Tx, sql},
};
use jiff::{Timestamp, civil::Date};

/// Something that is asked for. It has no `Debug`: its words are about a person.
#[derive(Clone, PartialEq, Eq)]
pub struct Correction {
    /// Its id.
    pub id: String,
    /// Whose dossier.
    pub dossier_id: String,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// By whom: `officer` or `ministry`.
    pub asked_by: String,
    /// What is wrong or missing, as a JSON list of the domain's faults.
    pub what: String,
    /// Papers that prove it, as a JSON list of the domain's evidence.
    pub papers: String,
    /// In words; may be empty.
    pub words: String,
    /// The last day.
    pub until: Date,
}

fn read(row: &Row) -> Result<Correction> {
    Ok(Correction {
        id: row.text("id")?,
        dossier_id: row.text("dossier_id")?,
        asked_at: row.instant("asked_at")?,
        asked_by: row.text("asked_by")?,
        what: row.text("what")?,
        papers: row.text("papers")?,
        words: row.text("words")?,
        until: row.word("until_on", |text| text.parse().ok())?,
    })
}

/// Asks for a correction.
///
/// # Errors
/// Where the database fails, or one is open already.
pub async fn ask(tx: &mut Tx, correction: &Correction) -> Result<()> {
    let query = sql(
        "INSERT INTO correction (id, dossier_id, asked_at, asked_by, what, papers, words, until_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    );
    let c = correction.clone();
    let query = query
        .bind(c.id)
        .bind(c.dossier_id)
        .bind(micros(c.asked_at))
        .bind(c.asked_by)
        .bind(c.what)
        .bind(c.papers)
        .bind(c.words)
        .bind(c.until.to_string());
    tx.run(query).await.map(|_| ())
}

/// What is asked for now.
///
/// # Errors
/// Where the database fails.
pub async fn open_of_dossier(tx: &mut Tx, dossier_id: &str) -> Result<Option<Correction>> {
    let query = sql("SELECT * FROM correction WHERE dossier_id = $1 AND solved_at IS NULL");
    tx.one(query.bind(dossier_id.to_owned()))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// A dossier that waits for its person, with the last day.
type Waited = (Dossier, Date);

/// What [`waited`] reads: corrections that are asked for still, of people who have no visit for it.
macro_rules! waiting {
    ($rest:literal) => {
        sql(concat!(
            "SELECT d.*, c.until_on FROM correction c JOIN dossier d ON d.id = c.dossier_id
            WHERE c.solved_at IS NULL AND d.state IN ('data_correction', 'needs_correction') AND NOT EXISTS (
                SELECT 1 FROM appointment a WHERE a.dossier_id = d.id AND a.state = 'booked') AND ",
            $rest
        ))
    };
}

fn waited(row: &Row) -> Result<Waited> {
    let until = row.word("until_on", |text| text.parse().ok())?;
    Ok((dossiers::read(row)?, until))
}

/// Those whose last day is after one day, and is another or before it; the first to end first.
///
/// # Errors
/// Where the database fails.
pub async fn ending(tx: &mut Tx, after: Date, until: Date) -> Result<Vec<Waited>> {
    let query = waiting!("c.until_on > $1 AND c.until_on <= $2 ORDER BY c.until_on, c.id");
    let query = query.bind(after.to_string()).bind(until.to_string());
    tx.all(query).await?.iter().map(waited).collect()
}

/// Those whose last day is over today; at most `limit`, the oldest first.
///
/// # Errors
/// Where the database fails.
pub async fn over(tx: &mut Tx, today: Date, limit: u32) -> Result<Vec<Waited>> {
    let query = waiting!("c.until_on < $1 ORDER BY c.until_on, c.id LIMIT $2");
    let query = query.bind(today.to_string()).bind(i64::from(limit));
    tx.all(query).await?.iter().map(waited).collect()
}

/// Nothing is asked for any more.
///
/// # Errors
/// Where the database fails.
pub async fn solve(tx: &mut Tx, dossier_id: &str, now: Timestamp) -> Result<()> {
    let query = sql("UPDATE correction SET solved_at = $2 WHERE dossier_id = $1 AND solved_at IS NULL");
    let query = query.bind(dossier_id.to_owned()).bind(micros(now));
    tx.run(query).await.map(|_| ())
}
