//! Level-2 accounts and the answers to their security questions.

use crate::{
    error::{Result, StoreError},
    row::{Row, iso, micros, opt_micros},
    tx::{Tx, locking, sql},
};
use jiff::{Timestamp, civil::Date};

/// An account as stored. It has no `Debug`: it is personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// Internal id.
    pub id: String,
    /// Twelve digits; what the person signs in with.
    pub personal_number: String,
    /// The dossier with which it was asked for.
    pub dossier_id: Option<String>,
    /// As on the card.
    pub full_name: String,
    /// ISO date, possibly partial.
    pub birth_date: String,
    /// Where codes go.
    pub phone: String,
    /// Level of assurance, 1 or 2.
    pub level: u8,
    /// The domain's `account::State` as a word.
    pub state: String,
    /// When the person was told that it can be activated.
    pub notified_at: Option<Timestamp>,
    /// Last day to activate.
    pub activate_by: Option<Date>,
    /// Argon2id in PHC form.
    pub password_hash: Option<String>,
    /// Argon2id in PHC form.
    pub passcode_hash: Option<String>,
    /// When it was activated.
    pub activated_at: Option<Timestamp>,
    /// When it was last used.
    pub last_sign_in_at: Option<Timestamp>,
    /// Last day on which the card is valid.
    pub card_expires_on: Option<Date>,
    /// The domain's `LockReason` as a word, while it is locked.
    pub lock_reason: Option<String>,
    /// The state to which it goes back, while it is locked.
    pub locked_from: Option<String>,
    /// Grows with every update, from 1.
    pub version: i64,
}

fn read(row: &Row) -> Result<Account> {
    Ok(Account {
        id: row.text("id")?,
        personal_number: row.text("personal_number")?,
        dossier_id: row.opt_text("dossier_id")?,
        full_name: row.text("full_name")?,
        birth_date: row.text("birth_date")?,
        phone: row.text("phone")?,
        level: row.number("level")?,
        state: row.text("state")?,
        notified_at: row.opt_instant("notified_at")?,
        activate_by: row.opt_date("activate_by")?,
        password_hash: row.opt_text("password_hash")?,
        passcode_hash: row.opt_text("passcode_hash")?,
        activated_at: row.opt_instant("activated_at")?,
        last_sign_in_at: row.opt_instant("last_sign_in_at")?,
        card_expires_on: row.opt_date("card_expires_on")?,
        lock_reason: row.opt_text("lock_reason")?,
        locked_from: row.opt_text("locked_from")?,
        version: row.int("version")?,
    })
}

/// Stores a new account.
///
/// # Errors
/// [`StoreError::Constraint`] with `AccountOnePerPerson` where the person has one.
pub async fn insert(tx: &mut Tx, account: &Account) -> Result<()> {
    let query = sql(
        "INSERT INTO account (id, personal_number, dossier_id, full_name, birth_date, phone, level,
        state, notified_at, activate_by, password_hash, passcode_hash, activated_at, last_sign_in_at,
        card_expires_on, version, lock_reason, locked_from)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
    );
    let a = account.clone();
    let query = query
        .bind(a.id)
        .bind(a.personal_number)
        .bind(a.dossier_id)
        .bind(a.full_name)
        .bind(a.birth_date)
        .bind(a.phone)
        .bind(i64::from(a.level))
        .bind(a.state)
        .bind(opt_micros(a.notified_at))
        .bind(iso(a.activate_by))
        .bind(a.password_hash)
        .bind(a.passcode_hash)
        .bind(opt_micros(a.activated_at))
        .bind(opt_micros(a.last_sign_in_at))
        .bind(iso(a.card_expires_on))
        .bind(a.version)
        .bind(a.lock_reason)
        .bind(a.locked_from);
    tx.run(query).await.map(|_| ())
}

/// Stores everything but `id`, `personal_number` and `last_sign_in_at`, where nobody else did since it was
/// read, and counts `version` up in `account` too.
///
/// # Errors
/// [`StoreError::Stale`] where somebody did.
pub async fn update(tx: &mut Tx, account: &mut Account) -> Result<()> {
    let query = sql(
        "UPDATE account SET dossier_id = $1, full_name = $2, birth_date = $3, phone = $4, level = $5,
        state = $6, notified_at = $7, activate_by = $8, password_hash = $9, passcode_hash = $10,
        activated_at = $11, card_expires_on = $12, lock_reason = $13, locked_from = $14, version = version + 1
        WHERE id = $15 AND version = $16",
    );
    let a = account.clone();
    let query = query
        .bind(a.dossier_id)
        .bind(a.full_name)
        .bind(a.birth_date)
        .bind(a.phone)
        .bind(i64::from(a.level))
        .bind(a.state)
        .bind(opt_micros(a.notified_at))
        .bind(iso(a.activate_by))
        .bind(a.password_hash)
        .bind(a.passcode_hash)
        .bind(opt_micros(a.activated_at))
        .bind(iso(a.card_expires_on))
        .bind(a.lock_reason)
        .bind(a.locked_from)
        .bind(a.id)
        .bind(a.version);
    if tx.run(query).await? == 0 {
        return Err(StoreError::Stale("account"));
    }
    account.version += 1;
    Ok(())
}

/// Notes why the authority has refused an account, or that it has not any more.
///
/// # Errors
/// Where the database fails.
pub async fn set_refusal(tx: &mut Tx, id: &str, words: Option<&str>) -> Result<()> {
    let query = sql("UPDATE account SET refusal = $2 WHERE id = $1").bind(id.to_owned());
    tx.run(query.bind(words.map(str::to_owned))).await.map(|_| ())
}

/// Why the authority has refused an account, in its words.
///
/// # Errors
/// Where the database fails.
pub async fn refusal(tx: &mut Tx, id: &str) -> Result<Option<String>> {
    let query = sql("SELECT refusal FROM account WHERE id = $1").bind(id.to_owned());
    match tx.one(query).await? {
        Some(row) => row.opt_text("refusal"),
        None => Ok(None),
    }
}

/// Notes a sign-in; no version is counted, for nothing else depends on it.
///
/// # Errors
/// Where the database fails.
pub async fn signed_in(tx: &mut Tx, id: &str, now: Timestamp) -> Result<()> {
    let query = sql("UPDATE account SET last_sign_in_at = $2 WHERE id = $1");
    tx.run(query.bind(id.to_owned()).bind(micros(now)))
        .await
        .map(|_| ())
}

/// By internal id.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<Account>> {
    let query = sql("SELECT * FROM account WHERE id = $1").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// By internal id, and nobody else changes it until the transaction ends.
///
/// # Errors
/// Where the database fails.
pub async fn lock(tx: &mut Tx, id: &str) -> Result<Option<Account>> {
    let query = locking!(tx, "SELECT * FROM account WHERE id = $1", "FOR UPDATE", "");
    let row = tx.one(query.bind(id.to_owned())).await?;
    row.as_ref().map(read).transpose()
}

/// By personal number.
///
/// # Errors
/// Where the database fails.
pub async fn by_person(tx: &mut Tx, personal_number: &str) -> Result<Option<Account>> {
    let query = sql("SELECT * FROM account WHERE personal_number = $1").bind(personal_number.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// The account asked for with a dossier.
///
/// # Errors
/// Where the database fails.
pub async fn by_dossier(tx: &mut Tx, dossier_id: &str) -> Result<Option<Account>> {
    let query = sql("SELECT * FROM account WHERE dossier_id = $1").bind(dossier_id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// Accounts in `state` whose last day to activate lies before `today`, at most `limit`; for the job that
/// lets them lapse.
///
/// # Errors
/// Where the database fails.
pub async fn overdue(tx: &mut Tx, state: &str, today: Date, limit: u32) -> Result<Vec<Account>> {
    let query = sql("SELECT * FROM account WHERE state = $1 AND activate_by < $2
        ORDER BY activate_by, id LIMIT $3");
    let query = query
        .bind(state.to_owned())
        .bind(today.to_string())
        .bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}

/// Accounts whose card has run out and that are in use, or were locked by their owner alone, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn card_over(tx: &mut Tx, today: Date, limit: u32) -> Result<Vec<Account>> {
    let query = sql("SELECT * FROM account WHERE card_expires_on <= $1
        AND (state IN ('l1_active', 'l2_active') OR (state = 'locked' AND lock_reason = 'own_request'))
        ORDER BY card_expires_on, id LIMIT $2");
    let query = query.bind(today.to_string()).bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}

/// Accounts with this phone: those of a family's children have their parent's.
///
/// # Errors
/// Where the database fails.
pub async fn of_phone(tx: &mut Tx, phone: &str) -> Result<Vec<Account>> {
    let query = sql("SELECT * FROM account WHERE phone = $1 ORDER BY id").bind(phone.to_owned());
    tx.all(query).await?.iter().map(read).collect()
}

/// An answer to a security question.
#[derive(Clone, PartialEq, Eq)]
pub struct SecurityAnswer {
    /// Code of the question.
    pub question: String,
    /// Argon2id of the folded answer, in PHC form.
    pub answer_hash: String,
}

/// Puts these answers in the place of all former ones.
///
/// # Errors
/// [`StoreError::Constraint`] where a question comes twice.
pub async fn set_answers(tx: &mut Tx, account_id: &str, answers: &[SecurityAnswer]) -> Result<()> {
    tx.run(sql("DELETE FROM security_answer WHERE account_id = $1").bind(account_id.to_owned()))
        .await?;
    for answer in answers {
        let query =
            sql("INSERT INTO security_answer (account_id, question, answer_hash) VALUES ($1, $2, $3)");
        let query = query.bind(account_id.to_owned());
        tx.run(
            query
                .bind(answer.question.clone())
                .bind(answer.answer_hash.clone()),
        )
        .await?;
    }
    Ok(())
}

/// The answers of an account, by question.
///
/// # Errors
/// Where the database fails.
pub async fn answers(tx: &mut Tx, account_id: &str) -> Result<Vec<SecurityAnswer>> {
    let query =
        sql("SELECT question, answer_hash FROM security_answer WHERE account_id = $1 ORDER BY question");
    let rows = tx.all(query.bind(account_id.to_owned())).await?;
    let read = |row: &Row| {
        Ok(SecurityAnswer {
            question: row.text("question")?,
            answer_hash: row.text("answer_hash")?,
        })
    };
    rows.iter().map(read).collect()
}
