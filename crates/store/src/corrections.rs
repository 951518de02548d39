//! What somebody must correct or add before their dossier goes on.

use crate::{
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

/// Nothing is asked for any more.
///
/// # Errors
/// Where the database fails.
pub async fn solve(tx: &mut Tx, dossier_id: &str, now: Timestamp) -> Result<()> {
    let query = sql("UPDATE correction SET solved_at = $2 WHERE dossier_id = $1 AND solved_at IS NULL");
    let query = query.bind(dossier_id.to_owned()).bind(micros(now));
    tx.run(query).await.map(|_| ())
}
