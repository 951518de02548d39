//! One-time codes. Only a keyed hash of a code is stored.

use crate::{
    error::Result,
    row::{Row, micros, opt_micros},
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// A code that was sent, or a decoy.
#[derive(Clone, PartialEq, Eq)]
pub struct OneTimeCode {
    /// Its id; the request that enters the code names it.
    pub id: String,
    /// What it is for, e.g. `phone`, `tracking`, `activation`.
    pub purpose: String,
    /// Keyed hash of whom it is about.
    pub subject_hash: String,
    /// Where it went; none for a decoy, which nobody gets and nobody can enter.
    pub phone: Option<String>,
    /// Keyed hash of the code, hexadecimal.
    pub mac: String,
    /// When it was last sent.
    pub sent_at: Timestamp,
    /// When it lapses.
    pub expires_at: Timestamp,
    /// Wrong entries still allowed.
    pub tries_left: u8,
    /// When it was entered rightly.
    pub used_at: Option<Timestamp>,
    /// JSON of what is to happen then.
    pub payload: String,
}

fn read(row: &Row) -> Result<OneTimeCode> {
    Ok(OneTimeCode {
        id: row.text("id")?,
        purpose: row.text("purpose")?,
        subject_hash: row.text("subject_hash")?,
        phone: row.opt_text("phone")?,
        mac: row.text("mac")?,
        sent_at: row.instant("sent_at")?,
        expires_at: row.instant("expires_at")?,
        tries_left: row.number("tries_left")?,
        used_at: row.opt_instant("used_at")?,
        payload: row.text("payload")?,
    })
}

/// Stores a code.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, code: &OneTimeCode) -> Result<()> {
    let query = sql(
        "INSERT INTO one_time_code (id, purpose, subject_hash, phone, mac, sent_at, expires_at,
        tries_left, used_at, payload) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    );
    let c = code.clone();
    let query = query
        .bind(c.id)
        .bind(c.purpose)
        .bind(c.subject_hash)
        .bind(c.phone)
        .bind(c.mac)
        .bind(micros(c.sent_at))
        .bind(micros(c.expires_at))
        .bind(i64::from(c.tries_left))
        .bind(opt_micros(c.used_at))
        .bind(c.payload);
    tx.run(query).await.map(|_| ())
}

/// A code in any state.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<OneTimeCode>> {
    let query = sql("SELECT * FROM one_time_code WHERE id = $1").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// The code last sent about a subject for a purpose, in any state; for the pause between two.
///
/// # Errors
/// Where the database fails.
pub async fn last_of_subject(tx: &mut Tx, purpose: &str, subject_hash: &str) -> Result<Option<OneTimeCode>> {
    let query = sql(
        "SELECT * FROM one_time_code WHERE purpose = $1 AND subject_hash = $2
        ORDER BY sent_at DESC, id DESC LIMIT 1",
    );
    let query = query.bind(purpose.to_owned()).bind(subject_hash.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// Uses up one try and returns the code to compare with, `tries_left` already counted down. `None`: it is
/// used, lapsed, worn out, or not there. Commit even where the entry was wrong, or guessing is free.
///
/// # Errors
/// Where the database fails.
pub async fn take_try(tx: &mut Tx, id: &str, now: Timestamp) -> Result<Option<OneTimeCode>> {
    let query = sql("UPDATE one_time_code SET tries_left = tries_left - 1
        WHERE id = $1 AND used_at IS NULL AND expires_at > $2 AND tries_left > 0 RETURNING *");
    tx.one(query.bind(id.to_owned()).bind(micros(now)))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// The code was entered rightly. False where it was used before: a code counts once.
///
/// # Errors
/// Where the database fails.
pub async fn mark_used(tx: &mut Tx, id: &str, now: Timestamp) -> Result<bool> {
    let query = sql("UPDATE one_time_code SET used_at = $2 WHERE id = $1 AND used_at IS NULL");
    Ok(tx.run(query.bind(id.to_owned()).bind(micros(now))).await? == 1)
}

/// Sends another code under the same id: new hash, new times, fresh tries. False where it was used before.
///
/// # Errors
/// Where the database fails.
pub async fn renew(tx: &mut Tx, code: &OneTimeCode) -> Result<bool> {
    let query = sql(
        "UPDATE one_time_code SET mac = $2, sent_at = $3, expires_at = $4, tries_left = $5
        WHERE id = $1 AND used_at IS NULL",
    );
    let query = query
        .bind(code.id.clone())
        .bind(code.mac.clone())
        .bind(micros(code.sent_at))
        .bind(micros(code.expires_at))
        .bind(i64::from(code.tries_left));
    Ok(tx.run(query).await? == 1)
}

/// Makes unused codes of a subject worthless, before a new one is sent. Returns how many.
///
/// # Errors
/// Where the database fails.
pub async fn void_of_subject(tx: &mut Tx, purpose: &str, subject_hash: &str) -> Result<u64> {
    let query = sql("UPDATE one_time_code SET tries_left = 0
        WHERE purpose = $1 AND subject_hash = $2 AND used_at IS NULL AND tries_left > 0");
    tx.run(query.bind(purpose.to_owned()).bind(subject_hash.to_owned()))
        .await
}
