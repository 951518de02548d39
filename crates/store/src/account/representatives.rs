//! Who represents a child, and their consent to use the child's account.

use crate::{
    error::{Result, StoreError},
    row::{Row, micros},
    tx::{Tx, sql},
};
use jiff::{Timestamp, civil::Date};

/// One who represents a child. It has no `Debug`: it is personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Representative {
    /// Its id.
    pub id: String,
    /// The child's number.
    pub child_number: String,
    /// The child's name as on the dossier.
    pub child_name: String,
    /// ISO date, possibly partial.
    pub child_birth_date: String,
    /// The representative's number.
    pub personal_number: String,
    /// As on the representative's card.
    pub full_name: String,
    /// The domain's `child::Relation` as a word.
    pub relation: String,
    /// The domain's `child::Proof` as a word.
    pub proof: String,
    /// The child's 14th birthday.
    pub own_from: Date,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// By which member of staff.
    pub recorded_by: String,
    /// When both were told that the birthday comes.
    pub reminded_at: Option<Timestamp>,
    /// When and why it ended; the reason is the domain's `child::End` as a word.
    pub ended: Option<(Timestamp, String)>,
}

/// A consent that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Its id.
    pub id: String,
    /// To whose account.
    pub child_number: String,
    /// Whose consent.
    pub representative_id: String,
    /// To which wording.
    pub text_version: String,
    /// When it was given.
    pub given_at: Timestamp,
}

fn read(row: &Row) -> Result<Representative> {
    let ended = match row.opt_instant("ended_at")? {
        Some(at) => Some((at, row.text("ended_reason")?)),
        None => None,
    };
    Ok(Representative {
        id: row.text("id")?,
        child_number: row.text("child_number")?,
        child_name: row.text("child_name")?,
        child_birth_date: row.text("child_birth_date")?,
        personal_number: row.text("personal_number")?,
        full_name: row.text("full_name")?,
        relation: row.text("relation")?,
        proof: row.text("proof")?,
        own_from: row
            .opt_date("own_from")?
            .ok_or_else(|| StoreError::corrupt("column own_from"))?,
        recorded_at: row.instant("recorded_at")?,
        recorded_by: row.text("recorded_by")?,
        reminded_at: row.opt_instant("reminded_at")?,
        ended,
    })
}

/// Records one. False where the same person represents the child already: of two that record at once, one is second.
///
/// # Errors
/// Where the database fails.
pub async fn record(tx: &mut Tx, new: &Representative) -> Result<bool> {
    let query = sql(
        "INSERT INTO representative (id, child_number, child_name, child_birth_date, personal_number, full_name,
            relation, proof, own_from, recorded_at, recorded_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING",
    );
    let n = new.clone();
    let query = query
        .bind(n.id)
        .bind(n.child_number)
        .bind(n.child_name)
        .bind(n.child_birth_date)
        .bind(n.personal_number)
        .bind(n.full_name)
        .bind(n.relation)
        .bind(n.proof)
        .bind(n.own_from.to_string())
        .bind(micros(n.recorded_at))
        .bind(n.recorded_by);
    Ok(tx.run(query).await? == 1)
}

/// By id, also one that has ended.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<Representative>> {
    let query = sql("SELECT * FROM representative WHERE id = $1").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// Who represents a child now, the first recorded first.
///
/// # Errors
/// Where the database fails.
pub async fn of_child(tx: &mut Tx, child_number: &str) -> Result<Vec<Representative>> {
    let query = sql(
        "SELECT * FROM representative WHERE child_number = $1 AND ended_at IS NULL ORDER BY recorded_at, id",
    );
    let query = query.bind(child_number.to_owned());
    tx.all(query).await?.iter().map(read).collect()
}

/// Whom a person represents on a day: children who are 14 by then are left out, whether or not that was noted. The oldest
/// first.
///
/// # Errors
/// Where the database fails.
pub async fn children_of(tx: &mut Tx, personal_number: &str, today: Date) -> Result<Vec<Representative>> {
    let query = sql(
        "SELECT * FROM representative WHERE personal_number = $1 AND ended_at IS NULL AND own_from > $2
        ORDER BY own_from, id",
    );
    let query = query.bind(personal_number.to_owned()).bind(today.to_string());
    tx.all(query).await?.iter().map(read).collect()
}

/// Ends one, and the consent that was theirs. False where it has ended before.
///
/// # Errors
/// Where the database fails.
pub async fn end(tx: &mut Tx, id: &str, reason: &str, now: Timestamp) -> Result<bool> {
    let query =
        sql("UPDATE representative SET ended_at = $2, ended_reason = $3 WHERE id = $1 AND ended_at IS NULL");
    let query = query.bind(id.to_owned()).bind(micros(now));
    let ended = tx.run(query.bind(reason.to_owned())).await? == 1;
    let query = sql(
        "UPDATE child_consent SET withdrawn_at = $2 WHERE representative_id = $1 AND withdrawn_at IS NULL",
    );
    tx.run(query.bind(id.to_owned()).bind(micros(now))).await?;
    Ok(ended)
}

/// Those whose child is 14 by `today`, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn of_age(tx: &mut Tx, today: Date, limit: u32) -> Result<Vec<Representative>> {
    let query = sql(
        "SELECT * FROM representative WHERE ended_at IS NULL AND own_from <= $1 ORDER BY own_from, child_number, id
        LIMIT $2",
    );
    let query = query.bind(today.to_string()).bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}

/// Those whose child is 14 by `until` and who were not told, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn to_remind(tx: &mut Tx, until: Date, limit: u32) -> Result<Vec<Representative>> {
    let query = sql(
        "SELECT * FROM representative WHERE ended_at IS NULL AND reminded_at IS NULL AND own_from <= $1
        ORDER BY own_from, id LIMIT $2",
    );
    let query = query.bind(until.to_string()).bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}

/// They were told.
///
/// # Errors
/// Where the database fails.
pub async fn reminded(tx: &mut Tx, id: &str, now: Timestamp) -> Result<()> {
    let query = sql("UPDATE representative SET reminded_at = $2 WHERE id = $1");
    tx.run(query.bind(id.to_owned()).bind(micros(now)))
        .await
        .map(|_| ())
}

/// Stores a consent. False where one stands: of two representatives who consent at once, one is second.
///
/// # Errors
/// Where the database fails.
pub async fn consent(tx: &mut Tx, consent: &Consent) -> Result<bool> {
    let query = sql(
        "INSERT INTO child_consent (id, child_number, representative_id, text_version, given_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
    );
    let c = consent.clone();
    let query = query
        .bind(c.id)
        .bind(c.child_number)
        .bind(c.representative_id)
        .bind(c.text_version)
        .bind(micros(c.given_at));
    Ok(tx.run(query).await? == 1)
}

/// The consent that stands for a child, of whomever.
///
/// # Errors
/// Where the database fails.
pub async fn consent_of(tx: &mut Tx, child_number: &str) -> Result<Option<Consent>> {
    let query = sql("SELECT * FROM child_consent WHERE child_number = $1 AND withdrawn_at IS NULL");
    let row = tx.one(query.bind(child_number.to_owned())).await?;
    let read = |row: &Row| {
        Ok(Consent {
            id: row.text("id")?,
            child_number: row.text("child_number")?,
            representative_id: row.text("representative_id")?,
            text_version: row.text("text_version")?,
            given_at: row.instant("given_at")?,
        })
    };
    row.as_ref().map(read).transpose()
}

/// Withdraws what stands. False where nothing did.
///
/// # Errors
/// Where the database fails.
pub async fn withdraw(tx: &mut Tx, child_number: &str, now: Timestamp) -> Result<bool> {
    let query =
        sql("UPDATE child_consent SET withdrawn_at = $2 WHERE child_number = $1 AND withdrawn_at IS NULL");
    let query = query.bind(child_number.to_owned()).bind(micros(now));
    Ok(tx.run(query).await? == 1)
}
