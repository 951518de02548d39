//! One row an office and day.

use crate::{
    error::{Result, StoreError},
    row::Row,
    tx::{Tx, sql},
};
use jiff::civil::Date;

/// What a day's line needs to know besides its tickets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// Grows with every change, from 1; 0 before the first.
    pub version: i64,
    /// The number given last.
    pub last_number: u16,
    /// Calls in a row that have passed over the one who has waited longest.
    pub passed: u8,
}

fn read(row: &Row) -> Result<Day> {
    Ok(Day {
        version: row.int("version")?,
        last_number: row.number("last_number")?,
        passed: row.number("passed")?,
    })
}

/// The day as it is.
///
/// # Errors
/// Where the database fails.
pub async fn of_office(tx: &mut Tx, office_id: &str, day: Date) -> Result<Day> {
    let query = sql("SELECT version, last_number, passed FROM queue_day WHERE office_id = $1 AND day = $2");
    let row = tx
        .one(query.bind(office_id.to_owned()).bind(day.to_string()))
        .await?;
    row.as_ref().map_or(Ok(Day::default()), read)
}

/// Something of the day changes: counts its version up, and keeps everybody else who would change it waiting until the
/// transaction ends. Before anything of the line is read.
///
/// # Errors
/// Where the database fails.
pub async fn bump(tx: &mut Tx, office_id: &str, day: Date) -> Result<Day> {
    let query = sql(
        "INSERT INTO queue_day (office_id, day, version, last_number, passed) VALUES ($1, $2, 1, 0, 0)
        ON CONFLICT (office_id, day) DO UPDATE SET version = queue_day.version + 1
        RETURNING version, last_number, passed",
    );
    let row = tx
        .one(query.bind(office_id.to_owned()).bind(day.to_string()))
        .await?;
    row.as_ref()
        .map_or(Err(StoreError::corrupt("a day without a row")), read)
}

/// Stores what [`bump`] gave, changed.
///
/// # Errors
/// Where the database fails.
pub async fn set(tx: &mut Tx, office_id: &str, day: Date, now: Day) -> Result<()> {
    let query = sql("UPDATE queue_day SET last_number = $3, passed = $4 WHERE office_id = $1 AND day = $2");
    let query = query.bind(office_id.to_owned()).bind(day.to_string());
    tx.run(query.bind(i64::from(now.last_number)).bind(i64::from(now.passed)))
        .await
        .map(|_| ())
}
