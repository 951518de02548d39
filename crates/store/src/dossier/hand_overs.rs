//! Whose hands a card went into.

use crate::{
    error::Result,
    row::{Row, micros},
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// A card given away. It has no `Debug`: it names somebody.
#[derive(Clone, PartialEq, Eq)]
pub struct HandOver {
    /// Whose card.
    pub dossier_id: String,
    /// When.
    pub at: Timestamp,
    /// By which member of staff.
    pub staff_id: String,
    /// What was shown: `slip`, `identity`, or the `card` of somebody else; empty for those of before this was kept.
    pub seen: String,
    /// Name and relation of somebody else who collected it; none where the owner did.
    pub other: Option<(String, String)>,
}

fn read(row: &Row) -> Result<HandOver> {
    let other = row.text("collector")? == "other";
    Ok(HandOver {
        dossier_id: row.text("dossier_id")?,
        at: row.instant("at")?,
        staff_id: row.text("staff_id")?,
        seen: row.text("seen")?,
        other: if other {
            Some((row.text("name")?, row.text("relation")?))
        } else {
            None
        },
    })
}

/// Stores it.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, given: &HandOver) -> Result<()> {
    let query = sql(
        "INSERT INTO hand_over (dossier_id, at, staff_id, collector, name, relation, seen)
        VALUES ($1, $2, $3, $4, $5, $6, $7)",
    );
    let (collector, (name, relation)) = match given.other.clone() {
        Some(other) => ("other", other),
        None => ("owner", Default::default()),
    };
    let query = query
        .bind(given.dossier_id.clone())
        .bind(micros(given.at))
        .bind(given.staff_id.clone())
        .bind(collector)
        .bind(name)
        .bind(relation)
        .bind(given.seen.clone());
    tx.run(query).await.map(|_| ())
}

/// That of a dossier.
///
/// # Errors
/// Where the database fails.
pub async fn of_dossier(tx: &mut Tx, dossier_id: &str) -> Result<Option<HandOver>> {
    let query = sql("SELECT * FROM hand_over WHERE dossier_id = $1").bind(dossier_id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}
