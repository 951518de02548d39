//! Passkeys of citizens and staff, and ceremonies that wait for their answer.

use crate::{
    error::Result,
    row::{Row, micros},
    sessions::SessionKind,
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// A passkey.
#[derive(Clone, PartialEq, Eq)]
pub struct Passkey {
    /// Internal id.
    pub id: String,
    /// What its owner is.
    pub kind: SessionKind,
    /// Id of the account or member of staff.
    pub subject_id: String,
    /// What the authenticator keeps in the place of a name.
    pub user_handle: String,
    /// The credential's own id, in base64url.
    pub credential_id: String,
    /// The library's record of the public key, as JSON.
    pub credential: String,
    /// What the owner calls it.
    pub name: String,
    /// Since when.
    pub created_at: Timestamp,
    /// When it was last used.
    pub used_at: Option<Timestamp>,
    /// When its counter went back: two devices have the same key. It opens nothing any more.
    pub refused_at: Option<Timestamp>,
}

fn read(row: &Row) -> Result<Passkey> {
    Ok(Passkey {
        id: row.text("id")?,
        kind: row.word("kind", SessionKind::parse)?,
        subject_id: row.text("subject_id")?,
        user_handle: row.text("user_handle")?,
        credential_id: row.text("credential_id")?,
        credential: row.text("credential")?,
        name: row.text("name")?,
        created_at: row.instant("created_at")?,
        used_at: row.opt_instant("used_at")?,
        refused_at: row.opt_instant("refused_at")?,
    })
}

/// Stores a new passkey. False where this credential is known already, whoever's it is.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, passkey: &Passkey) -> Result<bool> {
    let query = sql(
        "INSERT INTO passkey (id, kind, subject_id, user_handle, credential_id, credential, name, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (credential_id) DO NOTHING",
    );
    let p = passkey.clone();
    let query = query
        .bind(p.id)
        .bind(p.kind.as_str())
        .bind(p.subject_id)
        .bind(p.user_handle)
        .bind(p.credential_id)
        .bind(p.credential)
        .bind(p.name)
        .bind(micros(p.created_at));
    Ok(tx.run(query).await? == 1)
}

/// Those of one owner, oldest first.
///
/// # Errors
/// Where the database fails.
pub async fn of_subject(tx: &mut Tx, kind: SessionKind, subject_id: &str) -> Result<Vec<Passkey>> {
    let query = sql("SELECT * FROM passkey WHERE kind = $1 AND subject_id = $2 ORDER BY created_at, id");
    let query = query.bind(kind.as_str()).bind(subject_id.to_owned());
    tx.all(query).await?.iter().map(read).collect()
}

/// The one with this credential.
///
/// # Errors
/// Where the database fails.
pub async fn by_credential(tx: &mut Tx, credential_id: &str) -> Result<Option<Passkey>> {
    let query = sql("SELECT * FROM passkey WHERE credential_id = $1").bind(credential_id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// Notes that it was used, and what the library keeps of it now.
///
/// # Errors
/// Where the database fails.
pub async fn used(tx: &mut Tx, id: &str, credential: &str, now: Timestamp) -> Result<()> {
    let query = sql("UPDATE passkey SET credential = $2, used_at = $3 WHERE id = $1");
    let query = query.bind(id.to_owned()).bind(credential.to_owned());
    tx.run(query.bind(micros(now))).await.map(|_| ())
}

/// Its counter went back: it opens nothing any more. False where that was known.
///
/// # Errors
/// Where the database fails.
pub async fn refuse(tx: &mut Tx, id: &str, now: Timestamp) -> Result<bool> {
    let query = sql("UPDATE passkey SET refused_at = $2 WHERE id = $1 AND refused_at IS NULL");
    Ok(tx.run(query.bind(id.to_owned()).bind(micros(now))).await? == 1)
}

/// Takes one of an owner's away. False where it is not there.
///
/// # Errors
/// Where the database fails.
pub async fn remove(tx: &mut Tx, kind: SessionKind, subject_id: &str, id: &str) -> Result<bool> {
    let query = sql("DELETE FROM passkey WHERE kind = $1 AND subject_id = $2 AND id = $3");
    let query = query.bind(kind.as_str()).bind(subject_id.to_owned());
    Ok(tx.run(query.bind(id.to_owned())).await? == 1)
}

/// Takes those of an owner away that were added after this. Says how many.
///
/// # Errors
/// Where the database fails.
pub async fn remove_since(tx: &mut Tx, kind: SessionKind, subject_id: &str, since: Timestamp) -> Result<u64> {
    let query = sql("DELETE FROM passkey WHERE kind = $1 AND subject_id = $2 AND created_at > $3");
    let query = query.bind(kind.as_str()).bind(subject_id.to_owned());
    tx.run(query.bind(micros(since))).await
}

/// Takes all of an owner's away.
///
/// # Errors
/// Where the database fails.
pub async fn remove_all(tx: &mut Tx, kind: SessionKind, subject_id: &str) -> Result<()> {
    let query = sql("DELETE FROM passkey WHERE kind = $1 AND subject_id = $2");
    let query = query.bind(kind.as_str()).bind(subject_id.to_owned());
    tx.run(query).await.map(|_| ())
}

/// A ceremony under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ceremony {
    /// SHA-256 of its token, hexadecimal.
    pub hash: String,
    /// What it is for.
    pub purpose: String,
    /// Whose passkey is added; empty where it is to be found out who signs in.
    pub subject_id: String,
    /// What the library keeps until the answer, as JSON.
    pub state: String,
    /// When it lapses.
    pub expires_at: Timestamp,
}

/// Stores a ceremony.
///
/// # Errors
/// Where the database fails.
pub async fn begin(tx: &mut Tx, ceremony: &Ceremony) -> Result<()> {
    let query = sql(
        "INSERT INTO passkey_ceremony (hash, purpose, subject_id, state, expires_at)
        VALUES ($1, $2, $3, $4, $5)",
    );
    let c = ceremony.clone();
    let query = query
        .bind(c.hash)
        .bind(c.purpose)
        .bind(c.subject_id)
        .bind(c.state);
    tx.run(query.bind(micros(c.expires_at))).await.map(|_| ())
}

/// Takes a ceremony up, for good: its challenge can be answered once. `None` where it lapsed, was answered, or is for
/// something else.
///
/// # Errors
/// Where the database fails.
pub async fn take(tx: &mut Tx, hash: &str, purpose: &str, now: Timestamp) -> Result<Option<Ceremony>> {
    let query = sql("SELECT * FROM passkey_ceremony WHERE hash = $1 AND purpose = $2 AND expires_at > $3");
    let query = query.bind(hash.to_owned()).bind(purpose.to_owned());
    let Some(row) = tx.one(query.bind(micros(now))).await? else {
        return Ok(None);
    };
    // Of two that answer at once, one removes the row.
    let gone = sql("DELETE FROM passkey_ceremony WHERE hash = $1").bind(hash.to_owned());
    if tx.run(gone).await? == 0 {
        return Ok(None);
    }
    Ok(Some(Ceremony {
        hash: row.text("hash")?,
        purpose: row.text("purpose")?,
        subject_id: row.text("subject_id")?,
        state: row.text("state")?,
        expires_at: row.instant("expires_at")?,
    }))
}
