//! Work to be done later, each piece once.

use crate::{
    error::Result,
    row::{Row, micros},
    tx::{Tx, locking, sql},
};
use jiff::{SignedDuration, Timestamp};

/// A piece of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: String,
    /// What to do.
    pub kind: String,
    /// What makes it the same piece of work, e.g. `remind:3d:<appointment>:<sequence>`.
    pub unique_key: String,
    /// JSON.
    pub payload: String,
    /// When to do it.
    pub run_at: Timestamp,
    /// How often it was begun; also the ticket of who claimed it.
    pub attempts: u32,
    /// What went wrong last.
    pub last_error: Option<String>,
}

fn read(row: &Row) -> Result<Job> {
    Ok(Job {
        id: row.text("id")?,
        kind: row.text("kind")?,
        unique_key: row.text("unique_key")?,
        payload: row.text("payload")?,
        run_at: row.instant("run_at")?,
        attempts: row.number("attempts")?,
        last_error: row.opt_text("last_error")?,
    })
}

/// A new piece of work.
#[derive(Clone, Copy, Debug)]
pub struct NewJob<'a> {
    /// Its id.
    pub id: &'a str,
    /// What to do.
    pub kind: &'a str,
    /// See [`Job::unique_key`].
    pub unique_key: &'a str,
    /// JSON.
    pub payload: &'a str,
    /// When to do it.
    pub run_at: Timestamp,
}

/// Stores a piece of work. False where one with its key is known, done or not: it stays as it is.
///
/// # Errors
/// Where the database fails.
pub async fn enqueue(tx: &mut Tx, job: &NewJob<'_>) -> Result<bool> {
    let query = sql("INSERT INTO job (id, kind, unique_key, payload, run_at, attempts)
        VALUES ($1, $2, $3, $4, $5, 0) ON CONFLICT (unique_key) DO NOTHING");
    let query = query
        .bind(job.id.to_owned())
        .bind(job.kind.to_owned())
        .bind(job.unique_key.to_owned())
        .bind(job.payload.to_owned())
        .bind(micros(job.run_at));
    Ok(tx.run(query).await? == 1)
}

/// Takes work that is due, the longest due first, at most `limit`. Until `locked_until` nobody else takes it;
/// after that it is due again, so a worker that died loses nothing. Commit, then work.
///
/// # Errors
/// Where the database fails.
pub async fn claim_due(tx: &mut Tx, now: Timestamp, locked_until: Timestamp, limit: u32) -> Result<Vec<Job>> {
    let query = locking!(
        tx,
        "WITH due AS (SELECT id FROM job WHERE done_at IS NULL AND run_at <= $1
            AND (locked_until IS NULL OR locked_until <= $1) ORDER BY run_at, id LIMIT $3",
        "FOR UPDATE SKIP LOCKED",
        ") UPDATE job SET attempts = attempts + 1, locked_until = $2
        WHERE id IN (SELECT id FROM due) AND done_at IS NULL
            AND (locked_until IS NULL OR locked_until <= $1) RETURNING *"
    );
    let rows = tx
        .all(
            query
                .bind(micros(now))
                .bind(micros(locked_until))
                .bind(i64::from(limit)),
        )
        .await?;
    let mut due = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    due.sort_by(|a, b| (a.run_at, &a.id).cmp(&(b.run_at, &b.id)));
    Ok(due)
}

/// The work is done; best in the transaction of the work itself. False where it was claimed by another since:
/// then roll back.
///
/// # Errors
/// Where the database fails.
pub async fn finish(tx: &mut Tx, job: &Job, now: Timestamp) -> Result<bool> {
    let query = sql(
        "UPDATE job SET done_at = $3, locked_until = NULL, last_error = NULL
        WHERE id = $1 AND attempts = $2 AND done_at IS NULL",
    );
    let query = query
        .bind(job.id.clone())
        .bind(i64::from(job.attempts))
        .bind(micros(now));
    Ok(tx.run(query).await? == 1)
}

/// The work went wrong; it is due again after [`back_off`]. False where it was claimed by another since.
///
/// # Errors
/// Where the database fails.
pub async fn fail(tx: &mut Tx, job: &Job, now: Timestamp, error: &str) -> Result<bool> {
    let query = sql("UPDATE job SET run_at = $3, locked_until = NULL, last_error = $4
        WHERE id = $1 AND attempts = $2 AND done_at IS NULL");
    let run_at = now
        .saturating_add(back_off(job.attempts))
        .unwrap_or(Timestamp::MAX);
    let query = query
        .bind(job.id.clone())
        .bind(i64::from(job.attempts))
        .bind(micros(run_at));
    Ok(tx.run(query.bind(error.to_owned())).await? == 1)
}

/// Pause after the given attempt: 10 s, doubling, at most an hour.
pub fn back_off(attempts: u32) -> SignedDuration {
    let doublings = attempts.saturating_sub(1).min(9);
    SignedDuration::from_secs((10_i64 << doublings).min(3600))
}
