//! How many of what: counted from what happened, and what offices have set themselves.

mod read;
mod targets;

pub use read::{Sum, sums, sums_by_day, uncollected};
pub use targets::{Target, set_target, targets};

use crate::{
    error::{Result, StoreError},
    row::{Row, opt_micros},
    tx::{Tx, built, locking, placeholders, sql},
};
use jiff::{Timestamp, civil::Date};
use std::collections::{BTreeMap, BTreeSet};

/// Rows in one statement.
const TOGETHER: usize = 100;
/// The residence of a dossier that says nothing of it.
pub const UNKNOWN: &str = "unknown";

/// Which day of the offices an instant belongs to.
pub type DayOf<'a> = &'a (dyn Fn(Timestamp) -> Date + Send + Sync);

/// How far the counting has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// How many were counted since the beginning.
    pub counted: u64,
    /// When the newest of them happened.
    pub newest_at: Option<Timestamp>,
}

/// Something that waits to be counted.
struct Pending {
    id: String,
    measure: String,
    subject_id: String,
    at: Timestamp,
    office_id: String,
    residence: String,
}

fn read_pending(row: &Row) -> Result<Pending> {
    Ok(Pending {
        id: row.text("id")?,
        measure: row.text("measure")?,
        subject_id: row.text("subject_id")?,
        at: row.instant("at")?,
        office_id: row.text("office_id")?,
        residence: row.text("residence")?,
    })
}

fn read_head(row: &Row) -> Result<Head> {
    Ok(Head {
        counted: row.number("counted")?,
        newest_at: row.opt_instant("newest_at")?,
    })
}

fn no_head() -> StoreError {
    StoreError::corrupt("figures without a head")
}

/// How far the counting has come.
///
/// # Errors
/// Where the database fails, or the row is gone.
pub async fn head(tx: &mut Tx) -> Result<Head> {
    let row = tx
        .one(sql("SELECT counted, newest_at FROM figure_head WHERE id = 1"))
        .await?;
    read_head(&row.ok_or_else(no_head)?)
}

/// How many wait to be counted.
///
/// # Errors
/// Where the database fails.
pub async fn waiting(tx: &mut Tx) -> Result<u64> {
    let row = tx.one(sql("SELECT COUNT(*) AS n FROM figure_pending")).await?;
    row.map_or(Ok(0), |row| row.number("n"))
}

/// True where something waits; asked before [`count`], so that a quiet server writes nothing.
///
/// # Errors
/// Where the database fails.
pub async fn has_waiting(tx: &mut Tx) -> Result<bool> {
    Ok(tx
        .one(sql("SELECT id FROM figure_pending LIMIT 1"))
        .await?
        .is_some())
}

/// Counts what waits, the oldest first, at most `most`; returns how many were worked off. Servers that count at once take
/// turns. What is counted and that it was counted is one transaction: the caller's.
///
/// # Errors
/// Where the database fails.
pub async fn count(tx: &mut Tx, most: u32, day_of: DayOf<'_>) -> Result<u32> {
    let query = locking!(
        tx,
        "SELECT counted, newest_at FROM figure_head WHERE id = 1",
        "FOR UPDATE",
        ""
    );
    let mut head = read_head(&tx.one(query).await?.ok_or_else(no_head)?)?;
    let query = sql(
        "SELECT p.id, p.measure, p.subject_id, p.at, COALESCE(d.office_id, '') AS office_id,
            COALESCE(i.residence, 'unknown') AS residence
        FROM figure_pending p LEFT JOIN dossier d ON d.id = p.dossier_id LEFT JOIN intake i ON i.dossier_id = p.dossier_id
        ORDER BY p.id LIMIT $1",
    );
    let rows = tx.all(query.bind(i64::from(most))).await?;
    let pending = rows.iter().map(read_pending).collect::<Result<Vec<_>>>()?;
    for some in pending.chunks(TOGETHER) {
        head.counted += add(tx, some, day_of).await?;
        head.newest_at = head.newest_at.max(some.iter().map(|one| one.at).max());
    }
    if !pending.is_empty() {
        let query = sql("UPDATE figure_head SET counted = $1, newest_at = $2 WHERE id = 1");
        let counted = i64::try_from(head.counted).map_err(|_| StoreError::corrupt("figures without end"))?;
        tx.run(query.bind(counted).bind(opt_micros(head.newest_at)))
            .await?;
    }
    Ok(u32::try_from(pending.len()).unwrap_or(most))
}

/// Counts those that were not counted yet; returns how many these are.
async fn add(tx: &mut Tx, some: &[Pending], day_of: DayOf<'_>) -> Result<u64> {
    // A dossier that is received a second time, after a correction, was received once.
    let mut known = BTreeSet::new();
    let first: Vec<&Pending> = some
        .iter()
        .filter(|one| known.insert((&one.measure, &one.subject_id)))
        .collect();
    let values: Vec<String> = (0..first.len())
        .map(|n| format!("({})", placeholders(2 * n + 1, 2)))
        .collect();
    let mut query = built(format!(
        "INSERT INTO figure_counted (measure, subject_id) VALUES {} ON CONFLICT (measure, subject_id) DO NOTHING
        RETURNING measure, subject_id",
        values.join(", ")
    ));
    for one in &first {
        query = query.bind(one.measure.clone()).bind(one.subject_id.clone());
    }
    let mut new = BTreeSet::new();
    for row in tx.all(query).await? {
        new.insert((row.text("measure")?, row.text("subject_id")?));
    }
    let mut sums: BTreeMap<(&str, Date, &str, &str), i64> = BTreeMap::new();
    for one in first {
        if new.contains(&(one.measure.clone(), one.subject_id.clone())) {
            let cell = (
                one.office_id.as_str(),
                day_of(one.at),
                one.measure.as_str(),
                one.residence.as_str(),
            );
            *sums.entry(cell).or_default() += 1;
        }
    }
    if !sums.is_empty() {
        let values: Vec<String> = (0..sums.len())
            .map(|n| format!("({})", placeholders(5 * n + 1, 5)))
            .collect();
        let mut query = built(format!(
            "INSERT INTO figure_day (office_id, day, measure, residence, count) VALUES {}
            ON CONFLICT (office_id, day, measure, residence) DO UPDATE SET count = figure_day.count + excluded.count",
            values.join(", ")
        ));
        for ((office_id, day, measure, residence), n) in sums {
            query = query
                .bind(office_id.to_owned())
                .bind(day.to_string())
                .bind(measure.to_owned())
                .bind(residence.to_owned())
                .bind(n);
        }
        tx.run(query).await?;
    }
    let mut query = built(format!(
        "DELETE FROM figure_pending WHERE id IN ({})",
        placeholders(1, some.len())
    ));
    for one in some {
        query = query.bind(one.id.clone());
    }
    tx.run(query).await?;
    Ok(new.len() as u64)
}

/// For tests and measurements: puts an event to be counted without a dossier's way to it.
///
/// # Errors
/// Where the database fails.
#[cfg(feature = "testing")]
pub async fn put(tx: &mut Tx, id: &str, measure: &str, dossier_id: &str, at: Timestamp) -> Result<()> {
    let query = sql(
        "INSERT INTO figure_pending (id, measure, dossier_id, subject_id, at) VALUES ($1, $2, $3, $4, $5)",
    );
    let query = query
        .bind(id.to_owned())
        .bind(measure.to_owned())
        .bind(dossier_id.to_owned())
        .bind(id.to_owned())
        .bind(crate::row::micros(at));
    tx.run(query).await.map(|_| ())
}
