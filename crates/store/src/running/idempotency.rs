//! Repeats of a mutation get the first answer.

use crate::{
    error::Result,
    row::{Row, micros},
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// The first answer.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Body.
    pub body: String,
    /// JSON of the headers to repeat.
    pub headers: String,
}

/// What is known of a key.
#[derive(Clone, PartialEq, Eq)]
pub enum Begun {
    /// It is new and now ours: do the work, then [`finish`].
    Fresh,
    /// It was done: answer the same.
    Replay(Answer),
    /// The first request is still at work elsewhere.
    InProgress,
    /// The key was used for another request.
    Mismatch,
}

/// Takes a key. In the same transaction as the work, a parallel repeat waits here for its end and then gets
/// [`Begun::Replay`], or [`Begun::Fresh`] where the first was undone. Work that was begun in a committed
/// transaction before `stale_before` and never finished is taken over.
///
/// # Errors
/// Where the database fails.
pub async fn begin(
    tx: &mut Tx,
    key_hash: &str,
    scope: &str,
    request_hash: &str,
    now: Timestamp,
    stale_before: Timestamp,
) -> Result<Begun> {
    let query = sql(
        "INSERT INTO idempotency (key_hash, scope, request_hash, created_at)
        VALUES ($1, $2, $3, $4) ON CONFLICT (key_hash) DO UPDATE SET created_at = excluded.created_at
        WHERE idempotency.status IS NULL AND idempotency.created_at < $5
        AND idempotency.scope = excluded.scope AND idempotency.request_hash = excluded.request_hash",
    );
    let query = query
        .bind(key_hash.to_owned())
        .bind(scope.to_owned())
        .bind(request_hash.to_owned())
        .bind(micros(now))
        .bind(micros(stale_before));
    if tx.run(query).await? == 1 {
        return Ok(Begun::Fresh);
    }
    // A row that is gone by now was given up in this very moment.
    let known = known(tx, key_hash, scope, request_hash).await?;
    Ok(known.unwrap_or(Begun::InProgress))
}

/// What is known of a key, without taking it; `None` where nothing is.
///
/// # Errors
/// Where the database fails.
pub async fn known(tx: &mut Tx, key_hash: &str, scope: &str, request_hash: &str) -> Result<Option<Begun>> {
    let query = sql("SELECT scope, request_hash, status, body, headers FROM idempotency WHERE key_hash = $1");
    let Some(row) = tx.one(query.bind(key_hash.to_owned())).await? else {
        return Ok(None);
    };
    if row.text("scope")? != scope || row.text("request_hash")? != request_hash {
        return Ok(Some(Begun::Mismatch));
    }
    Ok(Some(read(&row)?.map_or(Begun::InProgress, Begun::Replay)))
}

fn read(row: &Row) -> Result<Option<Answer>> {
    if row.opt_int("status")?.is_none() {
        return Ok(None);
    }
    Ok(Some(Answer {
        status: row.number("status")?,
        body: row.opt_text("body")?.unwrap_or_default(),
        headers: row.opt_text("headers")?.unwrap_or_default(),
    }))
}

/// Stores the answer that repeats will get.
///
/// # Errors
/// Where the database fails.
pub async fn finish(tx: &mut Tx, key_hash: &str, answer: &Answer) -> Result<()> {
    let query = sql("UPDATE idempotency SET status = $2, body = $3, headers = $4
        WHERE key_hash = $1 AND status IS NULL");
    let query = query
        .bind(key_hash.to_owned())
        .bind(i64::from(answer.status))
        .bind(answer.body.clone())
        .bind(answer.headers.clone());
    tx.run(query).await.map(|_| ())
}

/// Gives an unfinished key up, where the answer must not be repeated (the server failed): a repeat works anew.
///
/// # Errors
/// Where the database fails.
pub async fn abandon(tx: &mut Tx, key_hash: &str) -> Result<()> {
    let query = sql("DELETE FROM idempotency WHERE key_hash = $1 AND status IS NULL");
    tx.run(query.bind(key_hash.to_owned())).await.map(|_| ())
}

/// What stands in the table, question and answer: for tests of what must not stand there.
///
/// # Errors
/// Where the database fails.
#[cfg(feature = "testing")]
pub async fn kept(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    let rows = tx.all(sql("SELECT request_hash, body FROM idempotency")).await?;
    rows.iter()
        .map(|row| {
            Ok((
                row.text("request_hash")?,
                row.opt_text("body")?.unwrap_or_default(),
            ))
        })
        .collect()
}
