//! Everything that is held about a person, table by table: to be taken along, and what of it goes when its owner closes the
//! account. One list says both, and a test finds every table that is not on it.

mod erase;
mod parts;

pub use erase::{erase, forget_dossier};
pub use parts::{NOT_TAKEN, parts};

use crate::{
    error::Result,
    row::Row,
    tx::{Tx, built},
};
use jiff::Timestamp;

/// By what a part is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// The account's id.
    Account,
    /// The personal number.
    Person,
    /// A dossier's id.
    Dossier,
}

/// How a column is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
    /// An instant.
    Instant,
}

/// One kind of record.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// What it is called in the file.
    pub name: &'static str,
    /// Where the page lists it: the domain's `Group` as a word.
    pub group: &'static str,
    /// Where it is kept.
    pub table: &'static str,
    /// By what it is found.
    pub of: Of,
    /// Which rows: `$1` is what it is found by.
    pub rows: &'static str,
    /// What is told of each. No secret, no digest, no internal id.
    pub columns: &'static [(&'static str, Kind)],
    /// Oldest first by this column.
    pub order: &'static str,
}

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// An instant.
    Instant(Timestamp),
}

/// A row, by the names of its columns; what is empty is left out.
pub type Record = Vec<(&'static str, Value)>;

/// The rows of a part.
///
/// # Errors
/// Where the database fails.
pub async fn read(tx: &mut Tx, part: &Part, key: &str) -> Result<Vec<Record>> {
    let columns: Vec<&str> = part.columns.iter().map(|(name, _)| *name).collect();
    let text = format!(
        "SELECT {} FROM {} WHERE {} ORDER BY {}",
        columns.join(", "),
        part.table,
        part.rows,
        part.order
    );
    let rows = tx.all(built(text).bind(key.to_owned())).await?;
    rows.iter().map(|row| record(row, part)).collect()
}

fn record(row: &Row, part: &Part) -> Result<Record> {
    let mut record = Vec::new();
    for (name, kind) in part.columns.iter().copied() {
        let value = match kind {
            Kind::Text => row
                .opt_text(name)?
                .filter(|text| !text.is_empty())
                .map(Value::Text),
            Kind::Number => row.opt_int(name)?.map(Value::Number),
            Kind::Flag => row.opt_int(name)?.map(|number| Value::Flag(number != 0)),
            Kind::Instant => row.opt_instant(name)?.map(Value::Instant),
        };
        if let Some(value) = value {
            record.push((name, value));
        }
    }
    Ok(record)
}

/// How many rows of a part there are.
///
/// # Errors
/// Where the database fails.
pub async fn count(tx: &mut Tx, part: &Part, key: &str) -> Result<u64> {
    let text = format!("SELECT COUNT(*) AS n FROM {} WHERE {}", part.table, part.rows);
    let row = tx.one(built(text).bind(key.to_owned())).await?;
    row.map_or(Ok(0), |row| row.number("n"))
}

/// The dossiers of a person, by id, oldest first.
///
/// # Errors
/// Where the database fails.
pub async fn dossiers_of(tx: &mut Tx, personal_number: &str) -> Result<Vec<String>> {
    let query = crate::tx::sql("SELECT id FROM dossier WHERE personal_number = $1 ORDER BY created_at, id");
    let rows = tx.all(query.bind(personal_number.to_owned())).await?;
    rows.iter().map(|row| row.text("id")).collect()
}
