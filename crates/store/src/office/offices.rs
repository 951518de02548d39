//! The offices, as the JSON of the domain's `Office`.

use crate::{
    error::Result,
    row::Row,
    tx::{Tx, locking, sql},
};

/// A stored office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeRow {
    /// Its id, e.g. `hcm-pc06`.
    pub id: String,
    /// JSON of the domain's `Office`.
    pub data: String,
    /// Grows with every change of `data`, from 1.
    pub version: i64,
}

fn read(row: &Row) -> Result<OfficeRow> {
    Ok(OfficeRow {
        id: row.text("id")?,
        data: row.text("data")?,
        version: row.int("version")?,
    })
}

/// Stores an office; its version grows only where `data` differs from what is stored.
///
/// # Errors
/// Where the database fails.
pub async fn put(tx: &mut Tx, id: &str, data: &str) -> Result<()> {
    let query = sql(
        "INSERT INTO office (id, data, version) VALUES ($1, $2, 1) ON CONFLICT (id) DO UPDATE
        SET data = excluded.data, version = office.version + 1 WHERE office.data <> excluded.data",
    );
    tx.run(query.bind(id.to_owned()).bind(data.to_owned()))
        .await
        .map(|_| ())
}

/// One office.
///
/// # Errors
/// Where the database fails.
pub async fn get(tx: &mut Tx, id: &str) -> Result<Option<OfficeRow>> {
    let query = sql("SELECT id, data, version FROM office WHERE id = $1").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// The same, and nobody else changes it until the transaction ends. It comes before every other lock.
///
/// # Errors
/// Where the database fails.
pub async fn lock(tx: &mut Tx, id: &str) -> Result<Option<OfficeRow>> {
    let query = locking!(
        tx,
        "SELECT id, data, version FROM office WHERE id = $1",
        "FOR UPDATE",
        ""
    );
    tx.one(query.bind(id.to_owned()))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// All offices, by id, and nobody else changes any until the transaction ends.
///
/// # Errors
/// Where the database fails.
pub async fn lock_all(tx: &mut Tx) -> Result<Vec<OfficeRow>> {
    let query = locking!(
        tx,
        "SELECT id, data, version FROM office ORDER BY id",
        "FOR UPDATE",
        ""
    );
    tx.all(query).await?.iter().map(read).collect()
}

/// All offices, by id.
///
/// # Errors
/// Where the database fails.
pub async fn list(tx: &mut Tx) -> Result<Vec<OfficeRow>> {
    tx.all(sql("SELECT id, data, version FROM office ORDER BY id"))
        .await?
        .iter()
        .map(read)
        .collect()
}

/// Stores a changed office, where nobody else has changed it since `from_version`; returns its new version. Whoever else
/// changes it waits until the transaction ends.
///
/// # Errors
/// Where the database fails.
pub async fn replace(tx: &mut Tx, id: &str, from_version: i64, data: &str) -> Result<Option<i64>> {
    let query = sql(
        "UPDATE office SET data = $3, version = version + 1 WHERE id = $1 AND version = $2
        RETURNING version",
    );
    let query = query.bind(id.to_owned()).bind(from_version).bind(data.to_owned());
    tx.one(query).await?.map(|row| row.int("version")).transpose()
}

/// Two numbers that change whenever any office does.
///
/// # Errors
/// Where the database fails.
pub async fn mark(tx: &mut Tx) -> Result<(i64, i64)> {
    let query = sql("SELECT COUNT(*) AS n, CAST(COALESCE(SUM(version), 0) AS BIGINT) AS v FROM office");
    let row = tx.one(query).await?;
    row.map_or(Ok((0, 0)), |row| Ok((row.int("n")?, row.int("v")?)))
}
