//! The one device on which an account is in use, and its change to another.

use crate::{
    error::Result,
    row::{Row, micros},
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// The device of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// SHA-256 of the cookie's token, hexadecimal.
    pub hash: String,
    /// Browser and system in words of our own, e.g. `Chrome, Android`.
    pub agent: String,
    /// Since when it is the one.
    pub since: Timestamp,
}

fn read(row: &Row) -> Result<Device> {
    Ok(Device {
        hash: row.text("hash")?,
        agent: row.text("agent")?,
        since: row.instant("since")?,
    })
}

/// The device of an account, where there is one.
///
/// # Errors
/// Where the database fails.
pub async fn of_account(tx: &mut Tx, account_id: &str) -> Result<Option<Device>> {
    let query = sql("SELECT * FROM account_device WHERE account_id = $1").bind(account_id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// Makes a device the one, in the place of a former one.
///
/// # Errors
/// Where the database fails.
pub async fn put(tx: &mut Tx, account_id: &str, device: &Device) -> Result<()> {
    let query = sql(
        "INSERT INTO account_device (account_id, hash, agent, since) VALUES ($1, $2, $3, $4)
        ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash, agent = excluded.agent,
        since = excluded.since",
    );
    let query = query.bind(account_id.to_owned()).bind(device.hash.clone());
    let query = query.bind(device.agent.clone()).bind(micros(device.since));
    tx.run(query).await.map(|_| ())
}

/// Forgets it: the next sign-in makes its device the one.
///
/// # Errors
/// Where the database fails.
pub async fn remove(tx: &mut Tx, account_id: &str) -> Result<()> {
    for statement in [
        "DELETE FROM account_device WHERE account_id = $1",
        "DELETE FROM device_change WHERE account_id = $1",
        "DELETE FROM device_code WHERE account_id = $1",
    ] {
        tx.run(sql(statement).bind(account_id.to_owned())).await?;
    }
    Ok(())
}

/// A change to another device, after the password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// SHA-256 of the cookie's token, hexadecimal.
    pub hash: String,
    /// Whose account.
    pub account_id: String,
    /// The code that was sent, where one was.
    pub code_id: Option<String>,
    /// When it lapses.
    pub expires_at: Timestamp,
}

/// Begins a change, or notes which code was sent for it.
///
/// # Errors
/// Where the database fails.
pub async fn put_change(tx: &mut Tx, change: &Change) -> Result<()> {
    let query = sql(
        "INSERT INTO device_change (hash, account_id, code_id, expires_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (hash) DO UPDATE SET code_id = excluded.code_id",
    );
    let c = change.clone();
    let query = query.bind(c.hash).bind(c.account_id).bind(c.code_id);
    tx.run(query.bind(micros(c.expires_at))).await.map(|_| ())
}

/// The change of this token, while it lasts.
///
/// # Errors
/// Where the database fails.
pub async fn change(tx: &mut Tx, hash: &str, now: Timestamp) -> Result<Option<Change>> {
    let query = sql("SELECT * FROM device_change WHERE hash = $1 AND expires_at > $2");
    let row = tx.one(query.bind(hash.to_owned()).bind(micros(now))).await?;
    let read = |row: Row| {
        Ok(Change {
            hash: row.text("hash")?,
            account_id: row.text("account_id")?,
            code_id: row.opt_text("code_id")?,
            expires_at: row.instant("expires_at")?,
        })
    };
    row.map(read).transpose()
}

/// Ends a change.
///
/// # Errors
/// Where the database fails.
pub async fn end_change(tx: &mut Tx, hash: &str) -> Result<()> {
    tx.run(sql("DELETE FROM device_change WHERE hash = $1").bind(hash.to_owned()))
        .await
        .map(|_| ())
}

/// Keeps the digest of the code that the old device shows, in the place of a former one.
///
/// # Errors
/// Where the database fails.
pub async fn put_code(tx: &mut Tx, account_id: &str, mac: &str, expires_at: Timestamp) -> Result<()> {
    let query = sql(
        "INSERT INTO device_code (account_id, mac, expires_at) VALUES ($1, $2, $3)
        ON CONFLICT (account_id) DO UPDATE SET mac = excluded.mac, expires_at = excluded.expires_at",
    );
    let query = query.bind(account_id.to_owned()).bind(mac.to_owned());
    tx.run(query.bind(micros(expires_at))).await.map(|_| ())
}

/// Uses up the code that the old device shows. False where it is another, or too old.
///
/// # Errors
/// Where the database fails.
pub async fn use_code(tx: &mut Tx, account_id: &str, mac: &str, now: Timestamp) -> Result<bool> {
    let query = sql("DELETE FROM device_code WHERE account_id = $1 AND mac = $2 AND expires_at > $3");
    let query = query.bind(account_id.to_owned()).bind(mac.to_owned());
    Ok(tx.run(query.bind(micros(now))).await? == 1)
}
