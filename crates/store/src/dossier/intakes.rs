//! What was recorded at the counter beside the dossier itself.

use crate::{
    error::Result,
    row::micros,
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// An intake. Its words are those of the domain's `intake`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intake {
    /// Whose.
    pub dossier_id: String,
    /// How the person lives there.
    pub residence: String,
    /// How the fingerprints came out.
    pub fingers: String,
    /// Papers to be shown in the account, as a JSON list.
    pub papers: String,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}

/// Stores an intake; one that is taken again replaces what was recorded before.
///
/// # Errors
/// Where the database fails.
pub async fn put(tx: &mut Tx, intake: &Intake) -> Result<()> {
    let query = sql(
        "INSERT INTO intake (dossier_id, residence, fingers, papers, recorded_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (dossier_id) DO UPDATE SET residence = excluded.residence, fingers = excluded.fingers,
        papers = excluded.papers, recorded_at = excluded.recorded_at",
    );
    let i = intake.clone();
    let query = query
        .bind(i.dossier_id)
        .bind(i.residence)
        .bind(i.fingers)
        .bind(i.papers)
        .bind(micros(i.recorded_at));
    tx.run(query).await.map(|_| ())
}

/// The intake of a dossier, once it was recorded.
///
/// # Errors
/// Where the database fails.
pub async fn of_dossier(tx: &mut Tx, dossier_id: &str) -> Result<Option<Intake>> {
    let query = sql("SELECT * FROM intake WHERE dossier_id = $1").bind(dossier_id.to_owned());
    let row = tx.one(query).await?;
    row.map(|row| {
        Ok(Intake {
            dossier_id: row.text("dossier_id")?,
            residence: row.text("residence")?,
            fingers: row.text("fingers")?,
            papers: row.text("papers")?,
            recorded_at: row.instant("recorded_at")?,
        })
    })
    .transpose()
}
