//! Who came by the lists of a stop. What makes the same list change nothing is the key: stop and personal number.

use crate::{
    error::Result,
    row::{Row, micros},
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// Somebody of a list. It has no `Debug`: it is personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Pupil {
    /// The stop.
    pub stop_id: String,
    /// Twelve digits.
    pub personal_number: String,
    /// As the list had it.
    pub class_name: String,
    /// Their dossier.
    pub dossier_id: String,
    /// When the list was confirmed.
    pub created_at: Timestamp,
}

fn read(row: &Row) -> Result<Pupil> {
    Ok(Pupil {
        stop_id: row.text("stop_id")?,
        personal_number: row.text("personal_number")?,
        class_name: row.text("class_name")?,
        dossier_id: row.text("dossier_id")?,
        created_at: row.instant("created_at")?,
    })
}

/// Stores one. False where the person is on a list of this stop already; nothing is changed then.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, pupil: &Pupil) -> Result<bool> {
    let query = sql(
        "INSERT INTO stop_pupil (stop_id, personal_number, class_name, dossier_id, created_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (stop_id, personal_number) DO NOTHING",
    );
    let p = pupil.clone();
    let query = query
        .bind(p.stop_id)
        .bind(p.personal_number)
        .bind(p.class_name)
        .bind(p.dossier_id)
        .bind(micros(p.created_at));
    Ok(tx.run(query).await? == 1)
}

/// Everybody of a stop's lists.
///
/// # Errors
/// Where the database fails.
pub async fn of_stop(tx: &mut Tx, stop_id: &str) -> Result<Vec<Pupil>> {
    let query = sql("SELECT * FROM stop_pupil WHERE stop_id = $1 ORDER BY created_at, personal_number");
    tx.all(query.bind(stop_id.to_owned()))
        .await?
        .iter()
        .map(read)
        .collect()
}
