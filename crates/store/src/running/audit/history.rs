//! What was done to one object, as its owner is told: some actions whole, some by the day, so that what strangers can bring
//! about pushes nothing out.

use super::{Entry, read};
use crate::{
    error::Result,
    row::micros,
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// Microseconds between Greenwich and the offices: their day is the one that is counted.
const OFFICE_OFFSET: i64 = 7 * 3600 * 1_000_000;
const DAY: i64 = 24 * 3600 * 1_000_000;

/// A day on which something was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// When for the last time.
    pub at: Timestamp,
    /// How often.
    pub times: u32,
}

/// The entries of one object with one of these actions, newest first; all of them.
///
/// # Errors
/// Where the database fails.
pub async fn only(tx: &mut Tx, kind: &str, id: &str, actions: &[&str]) -> Result<Vec<Entry>> {
    let query = sql("SELECT * FROM audit WHERE object_kind = $1 AND object_id = $2
        AND $3 LIKE '%,' || action || ',%' ORDER BY at DESC, id DESC");
    let query = query.bind(kind.to_owned()).bind(id.to_owned());
    let rows = tx.all(query.bind(listed(actions))).await?;
    rows.iter().map(read).collect()
}

/// Those with any other action, newest first, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn but(tx: &mut Tx, kind: &str, id: &str, actions: &[&str], limit: u32) -> Result<Vec<Entry>> {
    let query = sql("SELECT * FROM audit WHERE object_kind = $1 AND object_id = $2
        AND $3 NOT LIKE '%,' || action || ',%' ORDER BY at DESC, id DESC LIMIT $4");
    let query = query.bind(kind.to_owned()).bind(id.to_owned());
    let query = query.bind(listed(actions)).bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}

/// The days of the offices on which this was done, the latest first, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn days(tx: &mut Tx, kind: &str, id: &str, action: &str, limit: u32) -> Result<Vec<Day>> {
    let query = sql("SELECT MAX(at) AS at, COUNT(*) AS times FROM audit
        WHERE object_kind = $1 AND object_id = $2 AND action = $3
        GROUP BY (at + $4) / $5 ORDER BY 1 DESC LIMIT $6");
    let query = query
        .bind(kind.to_owned())
        .bind(id.to_owned())
        .bind(action.to_owned());
    let query = query.bind(OFFICE_OFFSET).bind(DAY).bind(i64::from(limit));
    let rows = tx.all(query).await?;
    let day = |row: &crate::row::Row| {
        Ok(Day {
            at: row.instant("at")?,
            times: row.number("times")?,
        })
    };
    rows.iter().map(day).collect()
}

/// Whether one of these was done since then, and when for the last time.
///
/// # Errors
/// Where the database fails.
pub async fn last(
    tx: &mut Tx,
    kind: &str,
    id: &str,
    action: &str,
    since: Timestamp,
) -> Result<Option<Timestamp>> {
    let query = sql(
        "SELECT at FROM audit WHERE object_kind = $1 AND object_id = $2 AND action = $3 AND at > $4
        ORDER BY at DESC LIMIT 1",
    );
    let query = query.bind(kind.to_owned()).bind(id.to_owned());
    let query = query.bind(action.to_owned()).bind(micros(since));
    tx.one(query).await?.map(|row| row.instant("at")).transpose()
}

/// With a comma on each side, so that no action is found inside another.
fn listed(actions: &[&str]) -> String {
    format!(",{},", actions.join(","))
}
