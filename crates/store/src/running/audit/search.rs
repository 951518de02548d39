//! The audit as the auditor reads it: newest first, a page at a time, with the names that ids stand for.

use super::{Entry, read};
use crate::{
    error::Result,
    row::{Row, micros},
    tx::{Tx, built},
};
use jiff::Timestamp;

/// Where a page ends: the next begins behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// When the last entry was made.
    pub at: Timestamp,
    /// Its id.
    pub id: String,
}

/// What is looked for; nothing given means everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// From this instant on.
    pub from: Option<Timestamp>,
    /// Before this instant.
    pub to: Option<Timestamp>,
    /// Done by this member of staff.
    pub staff_id: Option<String>,
    /// This action.
    pub action: Option<String>,
    /// With this dossier, or with its account.
    pub dossier_id: Option<String>,
    /// Older than this.
    pub before: Option<Cursor>,
}

/// An entry, and what its ids stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The entry.
    pub entry: Entry,
    /// Number in the chain; none while it waits for its seal.
    pub sequence: Option<u64>,
    /// Hash in the chain.
    pub hash: Option<String>,
    /// Name of the member of staff who did it.
    pub actor_name: Option<String>,
    /// What they sign in with.
    pub actor_username: Option<String>,
    /// Reference of the dossier, also where the object is its account.
    pub reference: Option<String>,
    /// Name of the member of staff to whom it was done.
    pub object_name: Option<String>,
}

const COLUMNS: &str = "SELECT a.id AS id, a.at AS at, a.actor_kind AS actor_kind, a.actor_id AS actor_id,
    a.actor_role AS actor_role, a.actor_office AS actor_office, a.action AS action, a.object_kind AS object_kind,
    a.object_id AS object_id, a.request_id AS request_id, a.reason AS reason, s.sequence AS sequence, s.hash AS hash,
    w.name AS actor_name, w.username AS actor_username, d.reference AS reference, o.name AS object_name
    FROM audit a LEFT JOIN audit_seal s ON s.entry_id = a.id
    LEFT JOIN staff w ON a.actor_kind = 'staff' AND w.id = a.actor_id
    LEFT JOIN staff o ON a.object_kind = 'staff' AND o.id = a.object_id
    LEFT JOIN account c ON a.object_kind = 'account' AND c.id = a.object_id
    LEFT JOIN dossier d ON d.id = CASE WHEN a.object_kind = 'dossier' THEN a.object_id ELSE c.dossier_id END";

fn found(row: &Row) -> Result<Found> {
    let sequence = row.opt_int("sequence")?;
    Ok(Found {
        entry: read(row)?,
        sequence: sequence.and_then(|number| u64::try_from(number).ok()),
        hash: row.opt_text("hash")?,
        actor_name: row.opt_text("actor_name")?,
        actor_username: row.opt_text("actor_username")?,
        reference: row.opt_text("reference")?,
        object_name: row.opt_text("object_name")?,
    })
}

enum Value {
    Text(String),
    Number(i64),
}

/// Conditions, each with a mark `?` for its value, in the order of the values.
#[derive(Default)]
struct Conditions {
    texts: Vec<String>,
    values: Vec<Value>,
}

impl Conditions {
    fn add(&mut self, text: &str, values: impl IntoIterator<Item = Value>) {
        let mut whole = String::new();
        let mut values = values.into_iter();
        for (n, part) in text.split('?').enumerate() {
            if n > 0 {
                self.values.extend(values.next());
                whole.push('$');
                whole.push_str(&self.values.len().to_string());
            }
            whole.push_str(part);
        }
        self.texts.push(whole);
    }
}

fn conditions(wanted: &Wanted) -> Conditions {
    let mut all = Conditions::default();
    if let Some(from) = wanted.from {
        all.add("a.at >= ?", [Value::Number(micros(from))]);
    }
    if let Some(to) = wanted.to {
        all.add("a.at < ?", [Value::Number(micros(to))]);
    }
    if let Some(id) = &wanted.staff_id {
        all.add(
            "a.actor_kind = 'staff' AND a.actor_id = ?",
            [Value::Text(id.clone())],
        );
    }
    if let Some(action) = &wanted.action {
        all.add("a.action = ?", [Value::Text(action.clone())]);
    }
    if let Some(id) = &wanted.dossier_id {
        let text = "((a.object_kind = 'dossier' AND a.object_id = ?) OR (a.object_kind = 'account'
            AND a.object_id IN (SELECT id FROM account WHERE dossier_id = ?)))";
        all.add(text, [Value::Text(id.clone()), Value::Text(id.clone())]);
    }
    if let Some(Cursor { at, id }) = &wanted.before {
        all.add(
            "(a.at, a.id) < (?, ?)",
            [Value::Number(micros(*at)), Value::Text(id.clone())],
        );
    }
    all
}

/// A page, newest first.
///
/// # Errors
/// Where the database fails.
pub async fn page(tx: &mut Tx, wanted: &Wanted, most: u32) -> Result<Vec<Found>> {
    let Conditions { texts, values } = conditions(wanted);
    let filter = if texts.is_empty() {
        String::new()
    } else {
        format!(" WHERE {}", texts.join(" AND "))
    };
    let last = values.len() + 1;
    let mut query = built(format!(
        "{COLUMNS}{filter} ORDER BY a.at DESC, a.id DESC LIMIT ${last}"
    ));
    for value in values {
        query = match value {
            Value::Text(text) => query.bind(text),
            Value::Number(number) => query.bind(number),
        };
    }
    tx.all(query.bind(i64::from(most)))
        .await?
        .iter()
        .map(found)
        .collect()
}
