//! Who did what to which object. It only grows: the database refuses to change or remove an entry, and a chain of hashes
//! tells where somebody has got around that.

pub mod chain;
pub mod check;
pub mod history;
pub mod search;

use crate::{
    error::Result,
    row::{Row, micros},
    tx::{Tx, built, sql},
};
use jiff::Timestamp;

/// An entry. No personal data but ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id; time-ordered.
    pub id: String,
    /// When.
    pub at: Timestamp,
    /// `citizen`, `staff`, `system` or `ministry`.
    pub actor_kind: String,
    /// Id of who did it; empty where nobody was signed in.
    pub actor_id: String,
    /// The role of a member of staff at that time.
    pub actor_role: Option<String>,
    /// The office of a member of staff at that time.
    pub actor_office: Option<String>,
    /// What was done, e.g. `dossier.reveal`.
    pub action: String,
    /// Kind of the object, e.g. `dossier`.
    pub object_kind: String,
    /// Id of the object.
    pub object_id: String,
    /// Under which the request was logged.
    pub request_id: String,
    /// Why, where a reason is asked for: a word of a fixed list.
    pub reason: Option<String>,
}

fn read(row: &Row) -> Result<Entry> {
    Ok(Entry {
        id: row.text("id")?,
        at: row.instant("at")?,
        actor_kind: row.text("actor_kind")?,
        actor_id: row.text("actor_id")?,
        actor_role: row.opt_text("actor_role")?,
        actor_office: row.opt_text("actor_office")?,
        action: row.text("action")?,
        object_kind: row.text("object_kind")?,
        object_id: row.text("object_id")?,
        request_id: row.text("request_id")?,
        reason: row.opt_text("reason")?,
    })
}

/// Adds an entry, in the transaction of what it tells of. It touches no row that another transaction writes too, so nobody
/// waits for it; [`chain::seal`] puts it into the chain a moment later.
///
/// # Errors
/// Where the database fails.
pub async fn append(tx: &mut Tx, entry: &Entry) -> Result<()> {
    let query = sql(
        "INSERT INTO audit (id, at, actor_kind, actor_id, actor_role, actor_office, action, object_kind, object_id,
        request_id, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    );
    let e = entry.clone();
    let query = query
        .bind(e.id)
        .bind(micros(e.at))
        .bind(e.actor_kind)
        .bind(e.actor_id)
        .bind(e.actor_role)
        .bind(e.actor_office)
        .bind(e.action)
        .bind(e.object_kind)
        .bind(e.object_id)
        .bind(e.request_id)
        .bind(e.reason);
    tx.run(query).await?;
    let query = sql("INSERT INTO audit_unsealed (entry_id) VALUES ($1)");
    tx.run(query.bind(entry.id.clone())).await.map(|_| ())
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

/// Whose data staff have looked at.
#[derive(Clone, Copy, Debug)]
pub enum Seen<'a> {
    /// Those of one dossier, by its id.
    Dossier(&'a str),
    /// Those of every dossier of a person, by the personal number.
    Person(&'a str),
    /// Those of every wish for a visit at home under a personal number.
    AtHome(&'a str),
}

/// When and why staff looked at a person's data (`action`), newest first, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn looks(tx: &mut Tx, seen: Seen<'_>, action: &str, limit: u32) -> Result<Vec<Entry>> {
    let (key, of) = match seen {
        Seen::Dossier(id) => (id, "a.object_kind = 'dossier' AND a.object_id = $1"),
        Seen::Person(number) => (
            number,
            "a.object_kind = 'dossier' AND a.object_id IN (SELECT d.id FROM dossier d WHERE d.personal_number = $1)",
        ),
        Seen::AtHome(number) => (
            number,
            "a.object_kind = 'home_visit' AND a.object_id IN (SELECT h.id FROM home_visit h WHERE h.personal_number = $1)",
        ),
    };
    let query = built(format!(
        "SELECT a.id AS id, a.at AS at, a.actor_kind AS actor_kind, a.actor_id AS actor_id,
            COALESCE(a.actor_role, s.role) AS actor_role, COALESCE(a.actor_office, s.office_id) AS actor_office,
            a.action AS action, a.object_kind AS object_kind, a.object_id AS object_id,
            a.request_id AS request_id, a.reason AS reason
        FROM audit a LEFT JOIN staff s ON s.id = a.actor_id
        WHERE {of} AND a.action = $2 AND a.actor_kind = 'staff'
        ORDER BY a.at DESC, a.id DESC LIMIT $3"
    ));
    let query = query
        .bind(key.to_owned())
        .bind(action.to_owned())
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
