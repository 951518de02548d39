//! What staff prove besides the password: a secret shared with their phone, codes for the day on which it is lost, and the
//! short time between password and code.

use crate::{
    error::Result,
    row::{Row, micros},
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// The factor of a member of staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    /// The secret, encrypted.
    pub secret: String,
    /// The newest step whose code was used.
    pub last_step: i64,
    /// Since when.
    pub enrolled_at: Timestamp,
}

fn read(row: &Row) -> Result<Factor> {
    Ok(Factor {
        secret: row.text("secret")?,
        last_step: row.int("last_step")?,
        enrolled_at: row.instant("enrolled_at")?,
    })
}

/// The factor of a member of staff, where there is one.
///
/// # Errors
/// Where the database fails.
pub async fn of_staff(tx: &mut Tx, staff_id: &str) -> Result<Option<Factor>> {
    let query = sql("SELECT * FROM staff_factor WHERE staff_id = $1").bind(staff_id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// Stores a factor, in the place of a former one.
///
/// # Errors
/// Where the database fails.
pub async fn put(tx: &mut Tx, staff_id: &str, factor: &Factor) -> Result<()> {
    let query = sql(
        "INSERT INTO staff_factor (staff_id, secret, last_step, enrolled_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (staff_id) DO UPDATE SET secret = excluded.secret, last_step = excluded.last_step,
        enrolled_at = excluded.enrolled_at",
    );
    let query = query.bind(staff_id.to_owned()).bind(factor.secret.clone());
    tx.run(query.bind(factor.last_step).bind(micros(factor.enrolled_at)))
        .await
        .map(|_| ())
}

/// Uses the code of a step up. False where it, or a later one, was used before.
///
/// # Errors
/// Where the database fails.
pub async fn use_step(tx: &mut Tx, staff_id: &str, step: i64) -> Result<bool> {
    let query = sql("UPDATE staff_factor SET last_step = $2 WHERE staff_id = $1 AND last_step < $2");
    Ok(tx.run(query.bind(staff_id.to_owned()).bind(step)).await? == 1)
}

/// Takes the factor and everything that belongs to it away.
///
/// # Errors
/// Where the database fails.
pub async fn remove(tx: &mut Tx, staff_id: &str) -> Result<()> {
    for statement in [
        "DELETE FROM staff_factor WHERE staff_id = $1",
        "DELETE FROM staff_recovery WHERE staff_id = $1",
        "DELETE FROM staff_sign_in WHERE staff_id = $1",
        "DELETE FROM staff_enrolment WHERE staff_id = $1",
    ] {
        tx.run(sql(statement).bind(staff_id.to_owned())).await?;
    }
    Ok(())
}

/// Stores new recovery codes in the place of all former ones; only hashes.
///
/// # Errors
/// Where the database fails.
pub async fn put_recovery(tx: &mut Tx, staff_id: &str, hashes: &[String]) -> Result<()> {
    let query = sql("DELETE FROM staff_recovery WHERE staff_id = $1").bind(staff_id.to_owned());
    tx.run(query).await?;
    for hash in hashes {
        let query = sql("INSERT INTO staff_recovery (staff_id, hash) VALUES ($1, $2)");
        tx.run(query.bind(staff_id.to_owned()).bind(hash.clone())).await?;
    }
    Ok(())
}

/// Uses a recovery code up. False where there is none such, or it was used before.
///
/// # Errors
/// Where the database fails.
pub async fn use_recovery(tx: &mut Tx, staff_id: &str, hash: &str, now: Timestamp) -> Result<bool> {
    let query = sql("UPDATE staff_recovery SET used_at = $3
        WHERE staff_id = $1 AND hash = $2 AND used_at IS NULL");
    let query = query.bind(staff_id.to_owned()).bind(hash.to_owned());
    Ok(tx.run(query.bind(micros(now))).await? == 1)
}

/// How many recovery codes are left.
///
/// # Errors
/// Where the database fails.
pub async fn recovery_left(tx: &mut Tx, staff_id: &str) -> Result<u8> {
    let query = sql("SELECT COUNT(*) AS n FROM staff_recovery WHERE staff_id = $1 AND used_at IS NULL");
    let row = tx.one(query.bind(staff_id.to_owned())).await?;
    row.map_or(Ok(0), |row| row.number("n"))
}

/// The password was right; the holder of this token may give the code until `expires_at`.
///
/// # Errors
/// Where the database fails.
pub async fn begin_sign_in(tx: &mut Tx, hash: &str, staff_id: &str, expires_at: Timestamp) -> Result<()> {
    let query = sql("INSERT INTO staff_sign_in (hash, staff_id, expires_at) VALUES ($1, $2, $3)");
    let query = query.bind(hash.to_owned()).bind(staff_id.to_owned());
    tx.run(query.bind(micros(expires_at))).await.map(|_| ())
}

/// Whose sign-in this token stands for, while it lasts.
///
/// # Errors
/// Where the database fails.
pub async fn signing_in(tx: &mut Tx, hash: &str, now: Timestamp) -> Result<Option<String>> {
    let query = sql("SELECT staff_id FROM staff_sign_in WHERE hash = $1 AND expires_at > $2");
    let row = tx.one(query.bind(hash.to_owned()).bind(micros(now))).await?;
    row.map(|row| row.text("staff_id")).transpose()
}

/// Ends a sign-in that was begun.
///
/// # Errors
/// Where the database fails.
pub async fn end_sign_in(tx: &mut Tx, hash: &str) -> Result<()> {
    tx.run(sql("DELETE FROM staff_sign_in WHERE hash = $1").bind(hash.to_owned()))
        .await
        .map(|_| ())
}

/// Keeps a secret that was shown until its first code, in the place of a former one.
///
/// # Errors
/// Where the database fails.
pub async fn put_enrolment(tx: &mut Tx, staff_id: &str, secret: &str, expires_at: Timestamp) -> Result<()> {
    let query = sql(
        "INSERT INTO staff_enrolment (staff_id, secret, expires_at) VALUES ($1, $2, $3)
        ON CONFLICT (staff_id) DO UPDATE SET secret = excluded.secret, expires_at = excluded.expires_at",
    );
    let query = query.bind(staff_id.to_owned()).bind(secret.to_owned());
    tx.run(query.bind(micros(expires_at))).await.map(|_| ())
}

/// The secret that waits for its first code.
///
/// # Errors
/// Where the database fails.
pub async fn enrolment(tx: &mut Tx, staff_id: &str, now: Timestamp) -> Result<Option<String>> {
    let query = sql("SELECT secret FROM staff_enrolment WHERE staff_id = $1 AND expires_at > $2");
    let row = tx.one(query.bind(staff_id.to_owned()).bind(micros(now))).await?;
    row.map(|row| row.text("secret")).transpose()
}

/// The secret has become the factor, or was given up.
///
/// # Errors
/// Where the database fails.
pub async fn end_enrolment(tx: &mut Tx, staff_id: &str) -> Result<()> {
    let query = sql("DELETE FROM staff_enrolment WHERE staff_id = $1").bind(staff_id.to_owned());
    tx.run(query).await.map(|_| ())
}
