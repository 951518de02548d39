//! Who did what to which object. It only grows: the database refuses to change or remove an entry.

use crate::{
    error::Result,
    row::{Row, micros},
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// An entry. No personal data but ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id; time-ordered.
    pub id: String,
    /// When.
    pub at: Timestamp,
    /// `citizen`, `staff` or `system`.
    pub actor_kind: String,
    /// Id of who did it; empty where nobody was signed in.
    pub actor_id: String,
    /// What was done, e.g. `dossier.reveal`.
    pub action: String,
    /// Kind of the object, e.g. `dossier`.
    pub object_kind: String,
    /// Id of the object.
    pub object_id: String,
    /// Under which the request was logged.
    pub request_id: String,
    /// Why, where a reason is asked for.
    pub reason: Option<String>,
}

fn read(row: &Row) -> Result<Entry> {
    Ok(Entry {
        id: row.text("id")?,
        at: row.instant("at")?,
        actor_kind: row.text("actor_kind")?,
        actor_id: row.text("actor_id")?,
        action: row.text("action")?,
        object_kind: row.text("object_kind")?,
        object_id: row.text("object_id")?,
        request_id: row.text("request_id")?,
        reason: row.opt_text("reason")?,
    })
}

/// Adds an entry, in the transaction of what it tells of.
///
/// # Errors
/// Where the database fails.
pub async fn append(tx: &mut Tx, entry: &Entry) -> Result<()> {
    let query = sql(
        "INSERT INTO audit (id, at, actor_kind, actor_id, action, object_kind, object_id,
        request_id, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    );
    let e = entry.clone();
    let query = query
        .bind(e.id)
        .bind(micros(e.at))
        .bind(e.actor_kind)
        .bind(e.actor_id)
        .bind(e.action)
        .bind(e.object_kind)
        .bind(e.object_id)
        .bind(e.request_id)
        .bind(e.reason);
    tx.run(query).await.map(|_| ())
}

/// What was done to one object, newest first, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn of_object(tx: &mut Tx, kind: &str, id: &str, limit: u32) -> Result<Vec<Entry>> {
    let query = sql("SELECT * FROM audit WHERE object_kind = $1 AND object_id = $2
        ORDER BY at DESC, id DESC LIMIT $3");
    let query = query
        .bind(kind.to_owned())
        .bind(id.to_owned())
        .bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}

/// What one actor did, newest first, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn of_actor(tx: &mut Tx, kind: &str, id: &str, limit: u32) -> Result<Vec<Entry>> {
    let query = sql("SELECT * FROM audit WHERE actor_kind = $1 AND actor_id = $2
        ORDER BY at DESC, id DESC LIMIT $3");
    let query = query
        .bind(kind.to_owned())
        .bind(id.to_owned())
        .bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}
