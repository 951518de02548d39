//! Statements that people have shown about themselves, and the checks of them.

use crate::{
    error::Result,
    row::{Row, micros, opt_micros},
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// A statement, without what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attestation {
    /// 32 hex digits; in the token as 16 bytes.
    pub id: String,
    /// Whose.
    pub account_id: String,
    /// The names of what it is about, with commas.
    pub claims: String,
    /// When it was made.
    pub issued_at: Timestamp,
    /// Until when it is good.
    pub expires_at: Timestamp,
    /// When it was taken back.
    pub revoked_at: Option<Timestamp>,
}

/// A check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Its id, in the order of time.
    pub id: String,
    /// Of which statement.
    pub attestation_id: String,
    /// When.
    pub at: Timestamp,
    /// What was answered, as a word.
    pub state: String,
    /// What who checked calls themselves.
    pub checker: String,
    /// The registered place that was signed in; none for anybody else.
    pub venue_id: Option<String>,
}

fn read(row: &Row) -> Result<Attestation> {
    Ok(Attestation {
        id: row.text("id")?,
        account_id: row.text("account_id")?,
        claims: row.text("claims")?,
        issued_at: row.instant("issued_at")?,
        expires_at: row.instant("expires_at")?,
        revoked_at: row.opt_instant("revoked_at")?,
    })
}

/// Stores a new statement.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, attestation: &Attestation) -> Result<()> {
    let query = sql(
        "INSERT INTO attestation (id, account_id, claims, issued_at, expires_at, revoked_at)
        VALUES ($1, $2, $3, $4, $5, $6)",
    );
    let a = attestation.clone();
    let query = query
        .bind(a.id)
        .bind(a.account_id)
        .bind(a.claims)
        .bind(micros(a.issued_at))
        .bind(micros(a.expires_at))
        .bind(opt_micros(a.revoked_at));
    tx.run(query).await.map(|_| ())
}

/// By id.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<Attestation>> {
    let query = sql("SELECT * FROM attestation WHERE id = $1").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// Takes back what an account shows now; a new one takes its place.
///
/// # Errors
/// Where the database fails.
pub async fn revoke_open(tx: &mut Tx, account_id: &str, now: Timestamp) -> Result<()> {
    let query = sql(
        "UPDATE attestation SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > $2",
    );
    tx.run(query.bind(account_id.to_owned()).bind(micros(now)))
        .await
        .map(|_| ())
}

/// The latest of an account made since then that somebody has checked, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn of_account(
    tx: &mut Tx,
    account_id: &str,
    since: Timestamp,
    limit: u32,
) -> Result<Vec<Attestation>> {
    let query = sql(
        "SELECT * FROM attestation a WHERE account_id = $1 AND issued_at >= $2
        AND EXISTS (SELECT 1 FROM attestation_check c WHERE c.attestation_id = a.id)
        ORDER BY issued_at DESC, id LIMIT $3",
    );
    let query = query
        .bind(account_id.to_owned())
        .bind(micros(since))
        .bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}

/// Notes a check.
///
/// # Errors
/// Where the database fails.
pub async fn note_check(tx: &mut Tx, check: &Check) -> Result<()> {
    let query = sql(
        "INSERT INTO attestation_check (id, attestation_id, checked_at, state, checker, venue_id)
        VALUES ($1, $2, $3, $4, $5, $6)",
    );
    let c = check.clone();
    let query = query
        .bind(c.id)
        .bind(c.attestation_id)
        .bind(micros(c.at))
        .bind(c.state)
        .bind(c.checker)
        .bind(c.venue_id);
    tx.run(query).await.map(|_| ())
}

/// Checks of one statement by the same checker with the same answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// When for the last time.
    pub at: Timestamp,
    /// What was answered, as a word.
    pub state: String,
    /// What who checked calls themselves.
    pub checker: String,
    /// The registered place that was signed in; none for anybody else.
    pub venue_id: Option<String>,
    /// How often.
    pub times: u32,
}

/// The checks of a statement, one for each checker and answer, at most `limit`: registered places first, then those who came
/// first, so that nobody who asks again and again, by whatever names, pushes out who was there before.
///
/// # Errors
/// Where the database fails.
pub async fn checks_of(tx: &mut Tx, attestation_id: &str, limit: u32) -> Result<Vec<Checked>> {
    let query = sql(
        "SELECT MAX(checked_at) AS checked_at, state, checker, venue_id, COUNT(*) AS times
        FROM attestation_check WHERE attestation_id = $1 GROUP BY state, checker, venue_id
        ORDER BY CASE WHEN venue_id IS NULL THEN 1 ELSE 0 END, MIN(checked_at), checker, state LIMIT $2",
    );
    let query = query.bind(attestation_id.to_owned()).bind(i64::from(limit));
    let read = |row: &Row| {
        Ok(Checked {
            at: row.instant("checked_at")?,
            state: row.text("state")?,
            checker: row.text("checker")?,
            venue_id: row.opt_text("venue_id")?,
            times: row.number("times")?,
        })
    };
    tx.all(query).await?.iter().map(read).collect()
}
