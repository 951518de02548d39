//! Reading what was counted.

use crate::{
    error::{Result, StoreError},
    row::Row,
    tx::{Tx, sql},
};
use jiff::civil::Date;

/// So many of something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sum {
    /// Whose; empty for an account that came by no dossier, and where all offices are one sum.
    pub office_id: String,
    /// Of which day; none for a whole stretch.
    pub day: Option<Date>,
    /// The domain's `Measure` as a word.
    pub measure: String,
    /// The domain's `Residence` as a word, or `unknown`; empty where it does not matter.
    pub residence: String,
    /// How many.
    pub count: u64,
}

/// Sums by office, measure and residence, from the first to the last day; of one office or of all.
///
/// # Errors
/// Where the database fails.
pub async fn sums(tx: &mut Tx, office_id: Option<&str>, from: Date, to: Date) -> Result<Vec<Sum>> {
    let query = sql(
        "SELECT office_id, measure, residence, CAST(SUM(count) AS BIGINT) AS n FROM figure_day
        WHERE day >= $1 AND day <= $2 AND ($3 = '' OR office_id = $3)
        GROUP BY office_id, measure, residence ORDER BY office_id, measure, residence",
    );
    let query = query
        .bind(from.to_string())
        .bind(to.to_string())
        .bind(office_id.unwrap_or_default().to_owned());
    let read = |row: &Row| {
        Ok(Sum {
            office_id: row.text("office_id")?,
            day: None,
            measure: row.text("measure")?,
            residence: row.text("residence")?,
            count: row.number("n")?,
        })
    };
    tx.all(query).await?.iter().map(read).collect()
}

/// Sums by day and measure; of one office or of all together.
///
/// # Errors
/// Where the database fails.
pub async fn sums_by_day(tx: &mut Tx, office_id: Option<&str>, from: Date, to: Date) -> Result<Vec<Sum>> {
    let query = sql(
        "SELECT day, measure, CAST(SUM(count) AS BIGINT) AS n FROM figure_day
        WHERE day >= $1 AND day <= $2 AND ($3 = '' OR office_id = $3)
        GROUP BY day, measure ORDER BY day, measure",
    );
    let query = query
        .bind(from.to_string())
        .bind(to.to_string())
        .bind(office_id.unwrap_or_default().to_owned());
    let read = |row: &Row| {
        Ok(Sum {
            office_id: office_id.unwrap_or_default().to_owned(),
            day: Some(
                row.opt_date("day")?
                    .ok_or_else(|| StoreError::corrupt("column day"))?,
            ),
            measure: row.text("measure")?,
            residence: String::new(),
            count: row.number("n")?,
        })
    };
    tx.all(query).await?.iter().map(read).collect()
}

/// Cards that are at an office now and were not handed over: dossiers in these states, by office and residence.
///
/// # Errors
/// Where the database fails.
pub async fn uncollected(tx: &mut Tx, office_id: Option<&str>) -> Result<Vec<Sum>> {
    let query = sql("SELECT d.office_id, COALESCE(i.residence, 'unknown') AS residence, COUNT(*) AS n
        FROM dossier d LEFT JOIN intake i ON i.dossier_id = d.id
        WHERE d.state IN ('at_office', 'notified', 'unclaimed', 'returned_by_post') AND ($1 = '' OR d.office_id = $1)
        GROUP BY d.office_id, COALESCE(i.residence, 'unknown') ORDER BY d.office_id, residence");
    let read = |row: &Row| {
        Ok(Sum {
            office_id: row.text("office_id")?,
            day: None,
            measure: "uncollected".to_owned(),
            residence: row.text("residence")?,
            count: row.number("n")?,
        })
    };
    let query = query.bind(office_id.unwrap_or_default().to_owned());
    tx.all(query).await?.iter().map(read).collect()
}
