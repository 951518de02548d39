//! Values of the installation: the server's key, the demonstration's clock, the ministry's pace.

use crate::{
    error::{Result, StoreError},
    tx::{Tx, sql},
};

/// A value.
///
/// # Errors
/// Where the database fails.
pub async fn get(tx: &mut Tx, name: &str) -> Result<Option<String>> {
    let row = tx
        .one(sql("SELECT value FROM setting WHERE name = $1").bind(name.to_owned()))
        .await?;
    row.map(|row| row.text("value")).transpose()
}

/// Stores a value, in the place of a former one.
///
/// # Errors
/// Where the database fails.
pub async fn set(tx: &mut Tx, name: &str, value: &str) -> Result<()> {
    let query = sql("INSERT INTO setting (name, value) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    tx.run(query.bind(name.to_owned()).bind(value.to_owned()))
        .await
        .map(|_| ())
}

/// Stores a value unless there is one, and returns what is stored; servers that start together agree on it.
///
/// # Errors
/// Where the database fails.
pub async fn get_or_insert(tx: &mut Tx, name: &str, value: &str) -> Result<String> {
    let query = sql("INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING");
    tx.run(query.bind(name.to_owned()).bind(value.to_owned())).await?;
    get(tx, name)
        .await?
        .ok_or_else(|| StoreError::corrupt("a setting without a row"))
}

/// Counts a number up and returns it, from 1; no two callers get the same.
///
/// # Errors
/// Where the database fails.
pub async fn next_number(tx: &mut Tx, name: &str) -> Result<u32> {
    let query = sql(
        "INSERT INTO setting (name, value) VALUES ($1, '1') ON CONFLICT (name) DO UPDATE
        SET value = CAST(CAST(setting.value AS BIGINT) + 1 AS TEXT) RETURNING value",
    );
    let row = tx.one(query.bind(name.to_owned())).await?;
    let text = row.map_or(Ok(String::new()), |row| row.text("value"))?;
    text.parse()
        .map_err(|_| StoreError::corrupt("a setting that is no number"))
}
