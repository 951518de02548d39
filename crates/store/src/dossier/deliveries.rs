//! How cards come to their owners.

use crate::{
    error::Result,
    row::{Row, micros},
    tx::{Tx, sql},
};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// What was chosen for a card. It has no `Debug`: it says where somebody lives.
#[derive(Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Whose dossier.
    pub dossier_id: String,
    /// The domain's `Way` as a word.
    pub way: String,
    /// House and street; empty where none was given, or where it has gone.
    pub line: String,
    /// Code of the commune; empty where none was given.
    pub commune_code: String,
    /// When its owner last confirmed it.
    pub confirmed_at: Timestamp,
    /// Under which number the post carries it; empty before.
    pub tracking_number: String,
    /// Why the post brought it back; empty where it did not.
    pub returned: String,
}

fn read(row: &Row) -> Result<Delivery> {
    Ok(Delivery {
        dossier_id: row.text("dossier_id")?,
        way: row.text("way")?,
        line: row.text("line")?,
        commune_code: row.text("commune_code")?,
        confirmed_at: row.instant("confirmed_at")?,
        tracking_number: row.text("tracking_number")?,
        returned: row.text("returned")?,
    })
}

/// Stores what is chosen, in place of what was.
///
/// # Errors
/// Where the database fails.
pub async fn put(tx: &mut Tx, delivery: &Delivery) -> Result<()> {
    let query = sql(
        "INSERT INTO delivery (dossier_id, way, line, commune_code, confirmed_at, tracking_number, returned)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (dossier_id) DO UPDATE SET way = $2, line = $3,
            commune_code = $4, confirmed_at = $5, tracking_number = $6, returned = $7",
    );
    let d = delivery.clone();
    let query = query
        .bind(d.dossier_id)
        .bind(d.way)
        .bind(d.line)
        .bind(d.commune_code)
        .bind(micros(d.confirmed_at))
        .bind(d.tracking_number)
        .bind(d.returned);
    tx.run(query).await.map(|_| ())
}

/// That of a dossier; none where nothing was chosen.
///
/// # Errors
/// Where the database fails.
pub async fn of_dossier(tx: &mut Tx, dossier_id: &str) -> Result<Option<Delivery>> {
    let query = sql("SELECT * FROM delivery WHERE dossier_id = $1").bind(dossier_id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// The open dossiers of an office whose card is to come by a way.
///
/// # Errors
/// Where the database fails.
pub async fn open_by_way(tx: &mut Tx, office_id: &str, way: &str) -> Result<BTreeSet<String>> {
    let query = sql(
        "SELECT v.dossier_id FROM delivery v JOIN dossier d ON d.id = v.dossier_id
        WHERE v.way = $1 AND d.office_id = $2 AND d.is_open = 1",
    );
    let query = query.bind(way.to_owned()).bind(office_id.to_owned());
    tx.all(query)
        .await?
        .iter()
        .map(|row| row.text("dossier_id"))
        .collect()
}
