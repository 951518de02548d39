//! What happened to a dossier.

use crate::{
    error::Result,
    row::{Row, micros},
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// A change of state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its id; time-ordered, for events of one instant.
    pub id: String,
    /// The dossier.
    pub dossier_id: String,
    /// When.
    pub at: Timestamp,
    /// Into which state; the domain's word.
    pub state: String,
    /// `citizen`, `officer`, `system` or `ministry`.
    pub actor: String,
    /// Reason or remark.
    pub note: Option<String>,
}

fn read(row: &Row) -> Result<Event> {
    Ok(Event {
        id: row.text("id")?,
        dossier_id: row.text("dossier_id")?,
        at: row.instant("at")?,
        state: row.text("state")?,
        actor: row.text("actor")?,
        note: row.opt_text("note")?,
    })
}

/// Stores an event.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, event: &Event) -> Result<()> {
    let query = sql(
        "INSERT INTO dossier_event (id, dossier_id, at, state, actor, note)
        VALUES ($1, $2, $3, $4, $5, $6)",
    );
    let e = event.clone();
    let query = query
        .bind(e.id)
        .bind(e.dossier_id)
        .bind(micros(e.at))
        .bind(e.state)
        .bind(e.actor)
        .bind(e.note);
    tx.run(query).await.map(|_| ())
}

/// The events of a dossier, oldest first.
///
/// # Errors
/// Where the database fails.
pub async fn of_dossier(tx: &mut Tx, dossier_id: &str) -> Result<Vec<Event>> {
    let query = sql("SELECT * FROM dossier_event WHERE dossier_id = $1 ORDER BY at, id");
    tx.all(query.bind(dossier_id.to_owned()))
        .await?
        .iter()
        .map(read)
        .collect()
}
