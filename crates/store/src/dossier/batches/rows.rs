//! The rows of a batch.

use crate::{
    error::Result,
    row::Row as Found,
    tx::{Tx, built, even, kept, placeholders, sql},
};
use std::collections::{BTreeMap, BTreeSet};

/// A row. It has no `Debug`: it may say something of a person.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Its place, from 1.
    pub n: u32,
    /// Its line in the file.
    pub line: u32,
    /// The domain's `batch::RowState` as a word.
    pub state: String,
    /// What may stand in a file once.
    pub mark: String,
    /// The dossier's code.
    pub code: String,
    /// What is decided about; empty for none.
    pub subject: String,
    /// Its state after this row; empty where the row changes none.
    pub after: String,
    /// What is wrong with it; the domain's word.
    pub fault: Option<String>,
    /// In which column.
    pub column: Option<String>,
    /// Its text, or what was read from it.
    pub data: String,
}

fn read(row: &Found) -> Result<Row> {
    Ok(Row {
        n: row.number("n")?,
        line: row.number("line")?,
        state: row.text("state")?,
        mark: row.text("mark")?,
        code: row.text("code")?,
        subject: row.text("subject")?,
        after: row.text("after_state")?,
        fault: row.opt_text("fault")?,
        column: row.opt_text("at_column")?,
        data: row.text("data")?,
    })
}

const WIDTH: usize = 11;
/// Rows a statement.
const ROWS: usize = 40;
/// Values a list.
const LIST: usize = 200;

/// Stores rows, whether they are new or known.
///
/// # Errors
/// Where the database fails.
pub async fn put(tx: &mut Tx, batch_id: &str, rows: &[Row]) -> Result<()> {
    for rows in rows.chunks(ROWS) {
        let places: Vec<String> = (0..rows.len())
            .map(|row| format!("({})", placeholders(row * WIDTH + 1, WIDTH)))
            .collect();
        let text = format!(
            "INSERT INTO batch_row (batch_id, n, line, state, mark, code, subject, after_state, fault, at_column, data)
            VALUES {} ON CONFLICT (batch_id, n) DO UPDATE SET state = excluded.state, mark = excluded.mark,
            code = excluded.code, subject = excluded.subject, after_state = excluded.after_state,
            fault = excluded.fault, at_column = excluded.at_column, data = excluded.data",
            places.join(", ")
        );
        let mut query = if rows.len() == ROWS {
            kept(text)
        } else {
            built(text)
        };
        for row in rows {
            let r = row.clone();
            query = query
                .bind(batch_id.to_owned())
                .bind(i64::from(r.n))
                .bind(i64::from(r.line))
                .bind(r.state)
                .bind(r.mark)
                .bind(r.code)
                .bind(r.subject)
                .bind(r.after)
                .bind(r.fault)
                .bind(r.column)
                .bind(r.data);
        }
        tx.run(query).await?;
    }
    Ok(())
}

/// Rows behind a place, in order, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn after(tx: &mut Tx, batch_id: &str, n: u32, limit: u32) -> Result<Vec<Row>> {
    let query = sql("SELECT * FROM batch_row WHERE batch_id = $1 AND n > $2 ORDER BY n LIMIT $3");
    let query = query
        .bind(batch_id.to_owned())
        .bind(i64::from(n))
        .bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}

/// Rows behind a place that are wrong, in order, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn wrong_after(tx: &mut Tx, batch_id: &str, n: u32, limit: u32) -> Result<Vec<Row>> {
    let query = sql(
        "SELECT * FROM batch_row WHERE batch_id = $1 AND n > $2 AND state IN ('bad', 'failed') ORDER BY n LIMIT $3",
    );
    let query = query
        .bind(batch_id.to_owned())
        .bind(i64::from(n))
        .bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}

/// Which of these marks stand on a row that was looked at: no other has one.
///
/// # Errors
/// Where the database fails.
pub async fn marked(tx: &mut Tx, batch_id: &str, marks: &[&str]) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for marks in even(marks, LIST) {
        let mut query = kept(format!(
            "SELECT mark FROM batch_row WHERE batch_id = $1 AND mark <> '' AND mark IN ({})",
            placeholders(2, LIST)
        ));
        query = query.bind(batch_id.to_owned());
        for mark in marks {
            query = query.bind(mark.to_owned());
        }
        for row in tx.all(query).await? {
            found.insert(row.text("mark")?);
        }
    }
    Ok(found)
}

/// The states into which the rows that were looked at bring these dossiers: by code and subject, the last one.
///
/// # Errors
/// Where the database fails.
pub async fn states(
    tx: &mut Tx,
    batch_id: &str,
    codes: &[&str],
) -> Result<BTreeMap<(String, String), String>> {
    let mut found = BTreeMap::<(String, String), (i64, String)>::new();
    for codes in even(codes, LIST) {
        // Sorted here: asked for an order, SQLite would walk the whole file in it.
        let mut query = kept(format!(
            "SELECT n, code, subject, after_state FROM batch_row WHERE batch_id = $1 AND after_state <> ''
            AND code <> '' AND code IN ({})",
            placeholders(2, LIST)
        ));
        query = query.bind(batch_id.to_owned());
        for code in codes {
            query = query.bind(code.to_owned());
        }
        for row in tx.all(query).await? {
            let (n, key) = (row.int("n")?, (row.text("code")?, row.text("subject")?));
            if found.get(&key).is_none_or(|(known, _)| *known < n) {
                found.insert(key, (n, row.text("after_state")?));
            }
        }
    }
    Ok(found.into_iter().map(|(key, (_, state))| (key, state)).collect())
}
