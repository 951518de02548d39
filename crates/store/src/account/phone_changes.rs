//! Another phone for an account, step by step, and what goes along with it.

use crate::{
    error::Result,
    row::{Row, micros, words},
    tx::{Tx, sql},
};
use jiff::Timestamp;

words! {
    /// Which phone is proved next.
    Step {
        /// The number until now.
        Old = "old",
        /// The new number.
        New = "new",
    }
}

/// One under way. It has no `Debug`: it is personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct PhoneChange {
    /// Whose account.
    pub account_id: String,
    /// Digest of the session that began it.
    pub session_hash: String,
    /// The new number.
    pub phone: String,
    /// Which phone is proved next.
    pub step: Step,
    /// The code that was sent for it.
    pub code_id: String,
    /// When it lapses.
    pub expires_at: Timestamp,
}

fn read(row: &Row) -> Result<PhoneChange> {
    Ok(PhoneChange {
        account_id: row.text("account_id")?,
        session_hash: row.text("session_hash")?,
        phone: row.text("phone")?,
        step: row.word("step", Step::parse)?,
        code_id: row.text("code_id")?,
        expires_at: row.instant("expires_at")?,
    })
}

/// Begins one in the place of a former one, or notes how far it is.
///
/// # Errors
/// Where the database fails.
pub async fn put(tx: &mut Tx, change: &PhoneChange) -> Result<()> {
    let query = sql(
        "INSERT INTO phone_change (account_id, session_hash, phone, step, code_id, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (account_id) DO UPDATE SET session_hash = excluded.session_hash,
        phone = excluded.phone, step = excluded.step, code_id = excluded.code_id, expires_at = excluded.expires_at",
    );
    let c = change.clone();
    let query = query.bind(c.account_id).bind(c.session_hash).bind(c.phone);
    let query = query.bind(c.step.as_str()).bind(c.code_id);
    tx.run(query.bind(micros(c.expires_at))).await.map(|_| ())
}

/// The one that this session began, while it lasts.
///
/// # Errors
/// Where the database fails.
pub async fn live(
    tx: &mut Tx,
    account_id: &str,
    session_hash: &str,
    now: Timestamp,
) -> Result<Option<PhoneChange>> {
    let query =
        sql("SELECT * FROM phone_change WHERE account_id = $1 AND session_hash = $2 AND expires_at > $3");
    let query = query.bind(account_id.to_owned()).bind(session_hash.to_owned());
    tx.one(query.bind(micros(now)))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// Ends it, with every way into the account that was begun by the phone until now: changes of device and of the password,
/// activations.
///
/// # Errors
/// Where the database fails.
pub async fn end_ways(tx: &mut Tx, account_id: &str) -> Result<()> {
    for statement in [
        "DELETE FROM phone_change WHERE account_id = $1",
        "DELETE FROM device_change WHERE account_id = $1",
        "DELETE FROM device_code WHERE account_id = $1",
        "DELETE FROM recovery WHERE account_id = $1",
        "DELETE FROM activation WHERE account_id = $1",
    ] {
        tx.run(sql(statement).bind(account_id.to_owned())).await?;
    }
    Ok(())
}

/// The open dossiers of a person that have the phone until now get the new one; returns how many. What is finished keeps
/// what it was done with.
///
/// # Errors
/// Where the database fails.
pub async fn move_dossiers(tx: &mut Tx, personal_number: &str, from: &str, to: &str) -> Result<u64> {
    let query = sql("UPDATE dossier SET otp_phone = $3, version = version + 1
        WHERE personal_number = $1 AND otp_phone = $2 AND is_open = 1");
    let query = query.bind(personal_number.to_owned()).bind(from.to_owned());
    tx.run(query.bind(to.to_owned())).await
}
