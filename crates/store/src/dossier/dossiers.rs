//! Dossiers: a person's case from booking to card handed over.

use crate::{
    error::{Result, StoreError},
    row::{Row, iso, micros, opt_micros},
    tx::{Tx, built, placeholders, sql},
};
use jiff::{Timestamp, civil::Date};
use std::collections::BTreeSet;

/// A dossier as stored. Words of the domain are kept as text. It has no `Debug`: it is personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Dossier {
    /// Internal id, never shown.
    pub id: String,
    /// Public handle, bare (without separators). Never changes.
    pub reference: String,
    /// Code given at the intake.
    pub code: Option<String>,
    /// The domain's `dossier::State` as a word.
    pub state: String,
    /// Since when it is in this state.
    pub state_at: Timestamp,
    /// True until it is finished in any way. One open dossier a person.
    pub is_open: bool,
    /// The domain's `Service` as a word.
    pub service: String,
    /// The domain's `Reason` as a word; none where only an account is wanted.
    pub reason: Option<String>,
    /// Office of the visit and of the card.
    pub office_id: String,
    /// As given, normalised.
    pub full_name: String,
    /// The name folded for comparing.
    pub name_key: String,
    /// Twelve digits; empty for a child whose number is not known yet.
    pub personal_number: String,
    /// ISO date, possibly partial.
    pub birth_date: String,
    /// Where codes go.
    pub otp_phone: String,
    /// Another number for notices.
    pub contact_phone: Option<String>,
    /// Who comes along.
    pub representative_name: Option<String>,
    /// Language of notices: `vi` or `en`.
    pub lang: String,
    /// When it was booked.
    pub created_at: Timestamp,
    /// When the intake was recorded.
    pub received_at: Option<Timestamp>,
    /// Latest lawful date for the card.
    pub due_on: Option<Date>,
    /// Since when the due date stands still.
    pub paused_on: Option<Date>,
    /// JSON of past pauses.
    pub pauses: String,
    /// Reason of a refusal or correction, read by the person.
    pub message: Option<String>,
    /// How often the visit was moved.
    pub reschedules: u32,
    /// Grows with every update, from 1.
    pub version: i64,
}

pub(crate) fn read(row: &Row) -> Result<Dossier> {
    Ok(Dossier {
        id: row.text("id")?,
        reference: row.text("reference")?,
        code: row.opt_text("code")?,
        state: row.text("state")?,
        state_at: row.instant("state_at")?,
        is_open: row.flag("is_open")?,
        service: row.text("service")?,
        reason: row.opt_text("reason")?,
        office_id: row.text("office_id")?,
        full_name: row.text("full_name")?,
        name_key: row.text("name_key")?,
        personal_number: row.text("personal_number")?,
        birth_date: row.text("birth_date")?,
        otp_phone: row.text("otp_phone")?,
        contact_phone: row.opt_text("contact_phone")?,
        representative_name: row.opt_text("representative_name")?,
        lang: row.text("lang")?,
        created_at: row.instant("created_at")?,
        received_at: row.opt_instant("received_at")?,
        due_on: row.opt_date("due_on")?,
        paused_on: row.opt_date("paused_on")?,
        pauses: row.text("pauses")?,
        message: row.opt_text("message")?,
        reschedules: row.number("reschedules")?,
        version: row.int("version")?,
    })
}

/// Stores a new dossier; its `version` is stored as given, 1.
///
/// # Errors
/// [`StoreError::Constraint`] with `DossierOneOpenPerPerson` where the person has an open one, with
/// `DossierReferenceUnique` where the reference is in use.
pub async fn insert(tx: &mut Tx, dossier: &Dossier) -> Result<()> {
    let query = sql(
        "INSERT INTO dossier (id, reference, code, state, state_at, is_open, service, reason,
        office_id, full_name, name_key, personal_number, birth_date, otp_phone, contact_phone,
        representative_name, lang, created_at, received_at, due_on, paused_on, pauses, message, reschedules,
        version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21, $22, $23, $24, $25)",
    );
    let d = dossier.clone();
    let query = query
        .bind(d.id)
        .bind(d.reference)
        .bind(d.code)
        .bind(d.state)
        .bind(micros(d.state_at))
        .bind(i64::from(d.is_open))
        .bind(d.service)
        .bind(d.reason)
        .bind(d.office_id)
        .bind(d.full_name)
        .bind(d.name_key)
        .bind(d.personal_number)
        .bind(d.birth_date)
        .bind(d.otp_phone)
        .bind(d.contact_phone)
        .bind(d.representative_name)
        .bind(d.lang)
        .bind(micros(d.created_at))
        .bind(opt_micros(d.received_at))
        .bind(iso(d.due_on))
        .bind(iso(d.paused_on))
        .bind(d.pauses)
        .bind(d.message)
        .bind(i64::from(d.reschedules))
        .bind(d.version);
    tx.run(query).await.map(|_| ())
}

/// Stores everything that can change, where nobody else did since it was read, and counts `version` up in
/// `dossier` too. `id`, `reference` and `created_at` stay.
///
/// # Errors
/// [`StoreError::Stale`] where somebody did; [`StoreError::Constraint`] as [`insert`].
pub async fn update(tx: &mut Tx, dossier: &mut Dossier) -> Result<()> {
    let query = sql(
        "UPDATE dossier SET code = $1, state = $2, state_at = $3, is_open = $4, service = $5,
        reason = $6, office_id = $7, full_name = $8, name_key = $9, personal_number = $10, birth_date = $11,
        otp_phone = $12, contact_phone = $13, representative_name = $14, lang = $15, received_at = $16,
        due_on = $17, paused_on = $18, pauses = $19, message = $20, reschedules = $21, version = version + 1
        WHERE id = $22 AND version = $23",
    );
    let d = dossier.clone();
    let query = query
        .bind(d.code)
        .bind(d.state)
        .bind(micros(d.state_at))
        .bind(i64::from(d.is_open))
        .bind(d.service)
        .bind(d.reason)
        .bind(d.office_id)
        .bind(d.full_name)
        .bind(d.name_key)
        .bind(d.personal_number)
        .bind(d.birth_date)
        .bind(d.otp_phone)
        .bind(d.contact_phone)
        .bind(d.representative_name)
        .bind(d.lang)
        .bind(opt_micros(d.received_at))
        .bind(iso(d.due_on))
        .bind(iso(d.paused_on))
        .bind(d.pauses)
        .bind(d.message)
        .bind(i64::from(d.reschedules))
        .bind(d.id)
        .bind(d.version);
    if tx.run(query).await? == 0 {
        return Err(StoreError::Stale("dossier"));
    }
    dossier.version += 1;
    Ok(())
}

/// By internal id.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<Dossier>> {
    let query = sql("SELECT * FROM dossier WHERE id = $1").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// By public reference, bare.
///
/// # Errors
/// Where the database fails.
pub async fn by_reference(tx: &mut Tx, reference: &str) -> Result<Option<Dossier>> {
    let query = sql("SELECT * FROM dossier WHERE reference = $1").bind(reference.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// By the code given at the intake.
///
/// # Errors
/// Where the database fails.
pub async fn by_code(tx: &mut Tx, code: &str) -> Result<Option<Dossier>> {
    let query = sql("SELECT * FROM dossier WHERE code = $1").bind(code.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// The open dossier of a person; there is at most one.
///
/// # Errors
/// Where the database fails.
pub async fn open_by_person(tx: &mut Tx, personal_number: &str) -> Result<Option<Dossier>> {
    let query = sql("SELECT * FROM dossier WHERE personal_number = $1 AND is_open = 1");
    tx.one(query.bind(personal_number.to_owned()))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// Which of these people have an open dossier.
///
/// # Errors
/// Where the database fails.
pub async fn open_among(tx: &mut Tx, personal_numbers: &[&str]) -> Result<BTreeSet<String>> {
    const CHUNK: usize = 500;
    let mut open = BTreeSet::new();
    for chunk in personal_numbers.chunks(CHUNK) {
        let mut query = built(format!(
            "SELECT personal_number FROM dossier WHERE is_open = 1 AND personal_number IN ({})",
            placeholders(1, chunk.len())
        ));
        for number in chunk {
            query = query.bind((*number).to_owned());
        }
        for row in tx.all(query).await? {
            open.insert(row.text("personal_number")?);
        }
    }
    Ok(open)
}

/// All dossiers of a person, the newest first, at most 20.
///
/// # Errors
/// Where the database fails.
pub async fn by_person(tx: &mut Tx, personal_number: &str) -> Result<Vec<Dossier>> {
    let query =
        sql("SELECT * FROM dossier WHERE personal_number = $1 ORDER BY created_at DESC, id DESC LIMIT 20");
    tx.all(query.bind(personal_number.to_owned()))
        .await?
        .iter()
        .map(read)
        .collect()
}

/// Dossiers of people born on a day (as it is stored) whose name, by its search key, has a part, or one of whose phones ends
/// so; of one office where one is given. The newest first, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn search(
    tx: &mut Tx,
    birth_date: &str,
    part: Part<'_>,
    office_id: Option<&str>,
    limit: u32,
) -> Result<Vec<Dossier>> {
    let (name, phone) = match part {
        Part::Name(key) => (format!("%{key}%"), String::new()),
        Part::PhoneEnd(digits) => (String::new(), format!("%{digits}")),
    };
    let query = sql(
        "SELECT * FROM dossier WHERE birth_date = $1 AND ($2 = '' OR name_key LIKE $2)
        AND ($3 = '' OR otp_phone LIKE $3 OR contact_phone LIKE $3) AND ($4 = '' OR office_id = $4)
        ORDER BY created_at DESC, id DESC LIMIT $5",
    );
    let query = query
        .bind(birth_date.to_owned())
        .bind(name)
        .bind(phone)
        .bind(office_id.unwrap_or_default().to_owned())
        .bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}

/// What is known of a person beside the birth date. Neither holds a sign that stands for others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// A part of the name's search key.
    Name(&'a str),
    /// The last digits of a phone.
    PhoneEnd(&'a str),
}

/// Dossiers of an office in one state, the longest waiting first, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn at_office(tx: &mut Tx, office_id: &str, state: &str, limit: u32) -> Result<Vec<Dossier>> {
    let query = sql("SELECT * FROM dossier WHERE office_id = $1 AND state = $2
        ORDER BY state_at, id LIMIT $3");
    let query = query
        .bind(office_id.to_owned())
        .bind(state.to_owned())
        .bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}

/// Dossiers of all offices that came into `state` at or before `until`, the longest waiting first, at most
/// `limit`; for jobs.
///
/// # Errors
/// Where the database fails.
pub async fn in_state(tx: &mut Tx, state: &str, until: Timestamp, limit: u32) -> Result<Vec<Dossier>> {
    let query = sql("SELECT * FROM dossier WHERE state = $1 AND state_at <= $2
        ORDER BY state_at, id LIMIT $3");
    let query = query
        .bind(state.to_owned())
        .bind(micros(until))
        .bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}

/// How many visits to come are booked with a phone. Dossiers that are being worked on count no more: nobody can cancel
/// one of those to make room.
///
/// # Errors
/// Where the database fails.
pub async fn count_booked_of_phone(tx: &mut Tx, otp_phone: &str) -> Result<u32> {
    let query =
        sql("SELECT COUNT(*) AS n FROM dossier WHERE otp_phone = $1 AND is_open = 1 AND state = 'booked'");
    let row = tx.one(query.bind(otp_phone.to_owned())).await?;
    row.map_or(Ok(0), |row| row.number("n"))
}
