//! What offices have set themselves.

use crate::{
    error::{Result, StoreError},
    row::{Row, micros},
    tx::{Tx, sql},
};
use jiff::{Timestamp, civil::Date};

/// So many accounts activated until a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The office.
    pub office_id: String,
    /// How many people it is about.
    pub eligible: Option<u32>,
    /// How many of them shall have an account.
    pub target: u32,
    /// Until the end of this day.
    pub until: Date,
    /// Who set it.
    pub staff_id: String,
    /// When.
    pub set_at: Timestamp,
    /// Counted up with every change, from 1.
    pub version: i64,
}

fn read(row: &Row) -> Result<Target> {
    let eligible = row.opt_int("eligible")?;
    let eligible = eligible.map(|n| u32::try_from(n).map_err(|_| StoreError::corrupt("column eligible")));
    Ok(Target {
        office_id: row.text("office_id")?,
        eligible: eligible.transpose()?,
        target: row.number("target")?,
        until: row
            .opt_date("until")?
            .ok_or_else(|| StoreError::corrupt("column until"))?,
        staff_id: row.text("staff_id")?,
        set_at: row.instant("set_at")?,
        version: row.int("version")?,
    })
}

/// Every target, by office.
///
/// # Errors
/// Where the database fails.
pub async fn targets(tx: &mut Tx) -> Result<Vec<Target>> {
    let rows = tx
        .all(sql("SELECT * FROM figure_target ORDER BY office_id"))
        .await?;
    rows.iter().map(read).collect()
}

/// Stores a target in the place of the one of version `target.version`; 0 where there was none. False where somebody else
/// was quicker.
///
/// # Errors
/// Where the database fails.
pub async fn set_target(tx: &mut Tx, target: &Target) -> Result<bool> {
    let query = if target.version == 0 {
        sql(
            "INSERT INTO figure_target (office_id, eligible, target, until, staff_id, set_at, version)
            VALUES ($1, $2, $3, $4, $5, $6, 1 + $7) ON CONFLICT (office_id) DO NOTHING",
        )
    } else {
        sql(
            "UPDATE figure_target SET eligible = $2, target = $3, until = $4, staff_id = $5, set_at = $6,
            version = version + 1 WHERE office_id = $1 AND version = $7",
        )
    };
    let t = target.clone();
    let query = query
        .bind(t.office_id)
        .bind(t.eligible.map(i64::from))
        .bind(i64::from(t.target))
        .bind(t.until.to_string())
        .bind(t.staff_id)
        .bind(micros(t.set_at))
        .bind(t.version);
    Ok(tx.run(query).await? == 1)
}
