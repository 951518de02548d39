//! Notices of stays, filed by accounts and by registered places.

use crate::{
    error::{Result, StoreError},
    row::{Row, micros, opt_micros},
    tx::{Tx, sql},
};
use jiff::{Timestamp, civil::Date};

/// A notice. It has no `Debug`: it says where somebody sleeps.
#[derive(Clone, PartialEq, Eq)]
pub struct Stay {
    /// Internal id, in the order of time.
    pub id: String,
    /// The account that filed it; none where a place did.
    pub account_id: Option<String>,
    /// The place that filed it; none where an account did.
    pub venue_id: Option<String>,
    /// The guest's twelve digits.
    pub personal_number: String,
    /// The guest.
    pub full_name: String,
    /// ISO date, possibly partial.
    pub birth_date: String,
    /// The domain's `StayReason` as a word.
    pub reason: String,
    /// The first day.
    pub arrives: Date,
    /// Whether the guest comes from 23:00 on.
    pub late: bool,
    /// The day they leave.
    pub leaves: Date,
    /// House and street.
    pub line: String,
    /// Five digits.
    pub commune_code: String,
    /// Two digits; the commune's.
    pub province_code: String,
    /// When it was filed.
    pub filed_at: Timestamp,
    /// When it was last corrected.
    pub corrected_at: Option<Timestamp>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Timestamp>,
    /// The domain's `StayWithdrawal` as a word.
    pub withdrawn_for: Option<String>,
    /// When the guest said that it was not them.
    pub disputed_at: Option<Timestamp>,
    /// The end of its last day.
    pub ends_at: Timestamp,
    /// Grows with every update, from 1.
    pub version: i64,
}

fn day(row: &Row, column: &str) -> Result<Date> {
    let day = row.opt_date(column)?;
    day.ok_or_else(|| StoreError::corrupt(format!("column {column}")))
}

fn read(row: &Row) -> Result<Stay> {
    Ok(Stay {
        id: row.text("id")?,
        account_id: row.opt_text("account_id")?,
        venue_id: row.opt_text("venue_id")?,
        personal_number: row.text("personal_number")?,
        full_name: row.text("full_name")?,
        birth_date: row.text("birth_date")?,
        reason: row.text("reason")?,
        arrives: day(row, "arrives")?,
        late: row.flag("late")?,
        leaves: day(row, "leaves")?,
        line: row.text("line")?,
        commune_code: row.text("commune_code")?,
        province_code: row.text("province_code")?,
        filed_at: row.instant("filed_at")?,
        corrected_at: row.opt_instant("corrected_at")?,
        withdrawn_at: row.opt_instant("withdrawn_at")?,
        withdrawn_for: row.opt_text("withdrawn_for")?,
        disputed_at: row.opt_instant("disputed_at")?,
        ends_at: row.instant("ends_at")?,
        version: row.int("version")?,
    })
}

/// Stores a new notice.
///
/// # Errors
/// Where the database fails, or it has no filer or two.
pub async fn insert(tx: &mut Tx, stay: &Stay) -> Result<()> {
    let query = sql(
        "INSERT INTO stay (id, account_id, venue_id, personal_number, full_name, birth_date, reason, arrives, late,
        leaves, line, commune_code, province_code, filed_at, corrected_at, withdrawn_at, withdrawn_for, disputed_at,
        ends_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
    );
    let s = stay.clone();
    let query = query
        .bind(s.id)
        .bind(s.account_id)
        .bind(s.venue_id)
        .bind(s.personal_number)
        .bind(s.full_name)
        .bind(s.birth_date)
        .bind(s.reason)
        .bind(s.arrives.to_string())
        .bind(i64::from(s.late))
        .bind(s.leaves.to_string())
        .bind(s.line)
        .bind(s.commune_code)
        .bind(s.province_code)
        .bind(micros(s.filed_at))
        .bind(opt_micros(s.corrected_at))
        .bind(opt_micros(s.withdrawn_at))
        .bind(s.withdrawn_for)
        .bind(opt_micros(s.disputed_at))
        .bind(micros(s.ends_at))
        .bind(s.version);
    tx.run(query).await.map(|_| ())
}

/// Stores what can change, where nobody else did since it was read, and counts `version` up in `stay` too.
///
/// # Errors
/// [`StoreError::Stale`] where somebody did.
pub async fn update(tx: &mut Tx, stay: &mut Stay) -> Result<()> {
    let query = sql(
        "UPDATE stay SET full_name = $1, birth_date = $2, reason = $3, leaves = $4, ends_at = $5, corrected_at = $6,
        withdrawn_at = $7, withdrawn_for = $8, disputed_at = $9, version = version + 1
        WHERE id = $10 AND version = $11",
    );
    let s = stay.clone();
    let query = query
        .bind(s.full_name)
        .bind(s.birth_date)
        .bind(s.reason)
        .bind(s.leaves.to_string())
        .bind(micros(s.ends_at))
        .bind(opt_micros(s.corrected_at))
        .bind(opt_micros(s.withdrawn_at))
        .bind(s.withdrawn_for)
        .bind(opt_micros(s.disputed_at))
        .bind(s.id)
        .bind(s.version);
    if tx.run(query).await? == 0 {
        return Err(StoreError::Stale("stay"));
    }
    stay.version += 1;
    Ok(())
}

/// By internal id.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<Stay>> {
    let query = sql("SELECT * FROM stay WHERE id = $1").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// What an account has filed, the latest first day first, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn of_account(tx: &mut Tx, account_id: &str, limit: u32) -> Result<Vec<Stay>> {
    let query = sql("SELECT * FROM stay WHERE account_id = $1 ORDER BY arrives DESC, id DESC LIMIT $2");
    let query = query.bind(account_id.to_owned()).bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}

/// What a place has filed of one first day, the latest first, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn of_venue(tx: &mut Tx, venue_id: &str, arrives: Date, limit: u32) -> Result<Vec<Stay>> {
    let query = sql("SELECT * FROM stay WHERE venue_id = $1 AND arrives = $2 ORDER BY id DESC LIMIT $3");
    let query = query
        .bind(venue_id.to_owned())
        .bind(arrives.to_string())
        .bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}

/// What was filed about a person, the latest first day first, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn of_person(tx: &mut Tx, personal_number: &str, limit: u32) -> Result<Vec<Stay>> {
    let query = sql("SELECT * FROM stay WHERE personal_number = $1 ORDER BY arrives DESC, id DESC LIMIT $2");
    let query = query.bind(personal_number.to_owned()).bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}

/// For whose police.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area<'a> {
    /// One commune, by its code.
    Commune(&'a str),
    /// A whole province, by its code.
    Province(&'a str),
}

/// The notices of an area of one first day, by address, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn of_area(tx: &mut Tx, area: Area<'_>, arrives: Date, limit: u32) -> Result<Vec<Stay>> {
    let (query, code) = match area {
        Area::Commune(code) => (
            sql("SELECT * FROM stay WHERE commune_code = $1 AND arrives = $2
                ORDER BY commune_code, line, id LIMIT $3"),
            code,
        ),
        Area::Province(code) => (
            sql("SELECT * FROM stay WHERE province_code = $1 AND arrives = $2
                ORDER BY commune_code, line, id LIMIT $3"),
            code,
        ),
    };
    let query = query
        .bind(code.to_owned())
        .bind(arrives.to_string())
        .bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}
