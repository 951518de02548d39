//! Lists of social assistance as offices brought them, and what a place on one freed from.

use crate::{
    error::{Result, StoreError},
    row::{Row, iso, micros, opt_micros},
    tx::{Tx, even, kept, placeholders, sql},
};
use jiff::{Timestamp, civil::Date};

/// Numbers in one question.
const AT_ONCE: usize = 200;

/// A person with one kind on the list of an office. It has no `Debug`: it is personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Beneficiary {
    /// Handle at the desk.
    pub id: String,
    /// Which office brought it.
    pub office_id: String,
    /// Twelve digits.
    pub personal_number: String,
    /// The domain's `BenefitKind` as a word.
    pub kind: String,
    /// As in the list.
    pub full_name: String,
    /// The name folded for comparing.
    pub name_key: String,
    /// ISO date, possibly partial.
    pub birth_date: String,
    /// Five digits.
    pub commune_code: String,
    /// First day.
    pub valid_from: Date,
    /// Last day.
    pub valid_to: Option<Date>,
    /// The end of that day at the offices.
    pub ends_at: Option<Timestamp>,
    /// Mobile number in the list.
    pub phone: Option<String>,
    /// When it was brought, or last changed.
    pub changed_at: Timestamp,
    /// When they were last written to.
    pub told_at: Option<Timestamp>,
    /// With which notice.
    pub notice_id: Option<String>,
}

/// The same with what else is known of the person.
#[derive(Clone)]
pub struct Known {
    /// The row of the list.
    pub listed: Beneficiary,
    /// The domain's `account::State` as a word, where they have an e-ID account.
    pub account_state: Option<String>,
    /// The phone of that account.
    pub account_phone: Option<String>,
    /// An account at a bank or wallet is linked.
    pub has_payout: bool,
    /// A card was handed over here.
    pub has_card: bool,
    /// How far the last message is, as a word; none once that is forgotten.
    pub notice_state: Option<String>,
}

fn read(row: &Row) -> Result<Beneficiary> {
    let corrupt = || StoreError::corrupt("column valid_from".to_owned());
    Ok(Beneficiary {
        id: row.text("id")?,
        office_id: row.text("office_id")?,
        personal_number: row.text("personal_number")?,
        kind: row.text("kind")?,
        full_name: row.text("full_name")?,
        name_key: row.text("name_key")?,
        birth_date: row.text("birth_date")?,
        commune_code: row.text("commune_code")?,
        valid_from: row.opt_date("valid_from")?.ok_or_else(corrupt)?,
        valid_to: row.opt_date("valid_to")?,
        ends_at: row.opt_instant("ends_at")?,
        phone: row.opt_text("phone")?,
        changed_at: row.instant("changed_at")?,
        told_at: row.opt_instant("told_at")?,
        notice_id: row.opt_text("notice_id")?,
    })
}

fn read_known(row: &Row) -> Result<Known> {
    Ok(Known {
        listed: read(row)?,
        account_state: row.opt_text("account_state")?,
        account_phone: row.opt_text("account_phone")?,
        has_payout: row.flag("has_payout")?,
        has_card: row.flag("has_card")?,
        notice_state: row.opt_text("notice_state")?,
    })
}

/// Stores one, in the place of the same person with the same kind on the same office's list: its id and the last message
/// stay.
///
/// # Errors
/// Where the database fails.
pub async fn put(tx: &mut Tx, beneficiary: &Beneficiary) -> Result<()> {
    let query = sql(
        "INSERT INTO beneficiary (id, office_id, personal_number, kind, full_name, name_key, birth_date,
            commune_code, valid_from, valid_to, ends_at, phone, changed_at, told_at, notice_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        ON CONFLICT (office_id, personal_number, kind) DO UPDATE SET full_name = excluded.full_name,
            name_key = excluded.name_key, birth_date = excluded.birth_date, commune_code = excluded.commune_code,
            valid_from = excluded.valid_from, valid_to = excluded.valid_to, ends_at = excluded.ends_at, phone = excluded.phone,
            changed_at = excluded.changed_at",
    );
    let b = beneficiary.clone();
    let query = query
        .bind(b.id)
        .bind(b.office_id)
        .bind(b.personal_number)
        .bind(b.kind)
        .bind(b.full_name)
        .bind(b.name_key)
        .bind(b.birth_date)
        .bind(b.commune_code)
        .bind(b.valid_from.to_string())
        .bind(iso(b.valid_to))
        .bind(opt_micros(b.ends_at))
        .bind(b.phone)
        .bind(micros(b.changed_at))
        .bind(opt_micros(b.told_at))
        .bind(b.notice_id);
    tx.run(query).await.map(|_| ())
}

/// Those of an office with these numbers, whatever their kind and days.
///
/// # Errors
/// Where the database fails.
pub async fn among(tx: &mut Tx, office_id: &str, numbers: &[&str]) -> Result<Vec<Beneficiary>> {
    let mut found = Vec::new();
    for some in even(numbers, AT_ONCE) {
        let mut query = kept(format!(
            "SELECT * FROM beneficiary WHERE office_id = $1 AND personal_number IN ({})",
            placeholders(2, AT_ONCE)
        ))
        .bind(office_id.to_owned());
        for number in some {
            query = query.bind(number.to_owned());
        }
        for row in tx.all(query).await? {
            found.push(read(&row)?);
        }
    }
    Ok(found)
}

/// Every place of a person on a list that is valid on a day, the newest first.
///
/// # Errors
/// Where the database fails.
pub async fn of_person(tx: &mut Tx, personal_number: &str, on: Date) -> Result<Vec<Beneficiary>> {
    let query = sql(
        "SELECT * FROM beneficiary WHERE personal_number = $1 AND valid_from <= $2
            AND (valid_to IS NULL OR valid_to >= $2) ORDER BY valid_from DESC, id",
    );
    let query = query.bind(personal_number.to_owned()).bind(on.to_string());
    tx.all(query).await?.iter().map(read).collect()
}

/// Those of an office who are on a list on a day, with what else is known of them, by name.
///
/// # Errors
/// Where the database fails.
pub async fn of_office(tx: &mut Tx, office_id: &str, on: Date) -> Result<Vec<Known>> {
    let query = sql(
        "SELECT b.*, a.state AS account_state, a.phone AS account_phone, n.state AS notice_state,
            CASE WHEN p.account_id IS NULL THEN 0 ELSE 1 END AS has_payout,
            CASE WHEN EXISTS (SELECT 1 FROM dossier d WHERE d.personal_number = b.personal_number
                AND d.state = 'handed_over') THEN 1 ELSE 0 END AS has_card
        FROM beneficiary b
        LEFT JOIN account a ON a.personal_number = b.personal_number
        LEFT JOIN payout_account p ON p.account_id = a.id
        LEFT JOIN notice n ON n.id = b.notice_id
        WHERE b.office_id = $1 AND b.valid_from <= $2 AND (b.valid_to IS NULL OR b.valid_to >= $2)
        ORDER BY b.name_key, b.id",
    );
    let query = query.bind(office_id.to_owned()).bind(on.to_string());
    tx.all(query).await?.iter().map(read_known).collect()
}

/// Notes that a person was written to: on every list of the office they stand on.
///
/// # Errors
/// Where the database fails.
pub async fn note_told(
    tx: &mut Tx,
    beneficiary: &Beneficiary,
    notice_id: &str,
    now: Timestamp,
) -> Result<()> {
    let query = sql(
        "UPDATE beneficiary SET told_at = $3, notice_id = $4 WHERE office_id = $1 AND personal_number = $2",
    );
    let b = beneficiary.clone();
    let query = query
        .bind(b.office_id)
        .bind(b.personal_number)
        .bind(micros(now))
        .bind(notice_id.to_owned());
    tx.run(query).await.map(|_| ())
}

/// Notes what freed a dossier from the fee.
///
/// # Errors
/// Where the database fails.
pub async fn free(tx: &mut Tx, dossier_id: &str, exemption: &str) -> Result<()> {
    let query = sql("INSERT INTO fee_exemption (dossier_id, exemption) VALUES ($1, $2)");
    tx.run(query.bind(dossier_id.to_owned()).bind(exemption.to_owned()))
        .await
        .map(|_| ())
}

/// What freed a dossier from the fee, as a word.
///
/// # Errors
/// Where the database fails.
pub async fn freed(tx: &mut Tx, dossier_id: &str) -> Result<Option<String>> {
    let query = sql("SELECT exemption FROM fee_exemption WHERE dossier_id = $1").bind(dossier_id.to_owned());
    let row = tx.one(query).await?;
    row.map(|row| row.text("exemption")).transpose()
}
