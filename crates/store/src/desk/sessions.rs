//! Sessions of citizens and staff, and what staff gave a reason to see.

use crate::{
    error::Result,
    row::{Row, micros, words},
    tx::{Tx, sql},
};
use jiff::{SignedDuration, Timestamp};

words! {
    /// Whose session.
    SessionKind {
        /// An account's.
        Citizen = "citizen",
        /// A member of staff's.
        Staff = "staff",
    }
}

words! {
    /// By what a session was proved.
    Proved {
        /// Number or name and password, with what else is asked for.
        Password = "password",
        /// A passkey.
        Passkey = "passkey",
    }
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the cookie's token, hexadecimal.
    pub hash: String,
    /// Whose.
    pub kind: SessionKind,
    /// Id of the account or member of staff.
    pub subject_id: String,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used, give or take a minute.
    pub seen_at: Timestamp,
    /// When it ends at the latest.
    pub expires_at: Timestamp,
    /// Browser and system in words of our own, e.g. `Chrome, Android`; empty where they are not known.
    pub agent: String,
    /// By what it was proved.
    pub proved: Proved,
}

impl Session {
    /// True where [`touch`] is due: once a minute is enough, and a write a request would be too much.
    pub fn wants_touch(&self, now: Timestamp) -> bool {
        now.duration_since(self.seen_at) >= SignedDuration::from_secs(60)
    }
}

fn read(row: &Row) -> Result<Session> {
    Ok(Session {
        hash: row.text("hash")?,
        kind: row.word("kind", SessionKind::parse)?,
        subject_id: row.text("subject_id")?,
        created_at: row.instant("created_at")?,
        seen_at: row.instant("seen_at")?,
        expires_at: row.instant("expires_at")?,
        agent: row.text("agent")?,
        proved: row.word("proved", Proved::parse)?,
    })
}

/// Stores a new session.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, session: &Session) -> Result<()> {
    let query = sql(
        "INSERT INTO session (hash, kind, subject_id, created_at, seen_at, expires_at, agent, proved)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    );
    let s = session.clone();
    let query = query
        .bind(s.hash)
        .bind(s.kind.as_str())
        .bind(s.subject_id)
        .bind(micros(s.created_at))
        .bind(micros(s.seen_at))
        .bind(micros(s.expires_at))
        .bind(s.agent)
        .bind(s.proved.as_str());
    tx.run(query).await.map(|_| ())
}

/// Those of one subject that have not ended, the one used last first.
///
/// # Errors
/// Where the database fails.
pub async fn of_subject(
    tx: &mut Tx,
    kind: SessionKind,
    subject_id: &str,
    now: Timestamp,
    idle: SignedDuration,
) -> Result<Vec<Session>> {
    let query = sql(
        "SELECT * FROM session WHERE kind = $1 AND subject_id = $2 AND expires_at > $3
        AND seen_at > $4 ORDER BY seen_at DESC, hash",
    );
    let query = query.bind(kind.as_str()).bind(subject_id.to_owned());
    let query = query.bind(micros(now)).bind(seen_after(now, idle));
    tx.all(query).await?.iter().map(read).collect()
}

fn seen_after(now: Timestamp, idle: SignedDuration) -> i64 {
    micros(now).saturating_sub(i64::try_from(idle.as_micros()).unwrap_or(i64::MAX))
}

/// The session of this hash and kind, where it has not ended and was used within `idle`.
///
/// # Errors
/// Where the database fails.
pub async fn live(
    tx: &mut Tx,
    hash: &str,
    kind: SessionKind,
    now: Timestamp,
    idle: SignedDuration,
) -> Result<Option<Session>> {
    let query =
        sql("SELECT * FROM session WHERE hash = $1 AND kind = $2 AND expires_at > $3 AND seen_at > $4");
    let query = query
        .bind(hash.to_owned())
        .bind(kind.as_str())
        .bind(micros(now))
        .bind(seen_after(now, idle));
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// Notes that a session was used.
///
/// # Errors
/// Where the database fails.
pub async fn touch(tx: &mut Tx, hash: &str, now: Timestamp) -> Result<()> {
    let query = sql("UPDATE session SET seen_at = $2 WHERE hash = $1 AND seen_at < $2");
    tx.run(query.bind(hash.to_owned()).bind(micros(now)))
        .await
        .map(|_| ())
}

/// Ends a session; tells whether it was there.
///
/// # Errors
/// Where the database fails.
pub async fn delete(tx: &mut Tx, hash: &str) -> Result<bool> {
    let query = sql("DELETE FROM session WHERE hash = $1").bind(hash.to_owned());
    Ok(tx.run(query).await? > 0)
}

/// Ends all sessions of one subject; returns how many.
///
/// # Errors
/// Where the database fails.
pub async fn delete_of_subject(tx: &mut Tx, kind: SessionKind, subject_id: &str) -> Result<u64> {
    let query = sql("DELETE FROM session WHERE kind = $1 AND subject_id = $2");
    tx.run(query.bind(kind.as_str()).bind(subject_id.to_owned()))
        .await
}

/// Ends all sessions of one subject but this one; returns how many.
///
/// # Errors
/// Where the database fails.
pub async fn delete_others(tx: &mut Tx, kind: SessionKind, subject_id: &str, but: &str) -> Result<u64> {
    let query = sql("DELETE FROM session WHERE kind = $1 AND subject_id = $2 AND hash <> $3");
    let query = query.bind(kind.as_str()).bind(subject_id.to_owned());
    tx.run(query.bind(but.to_owned())).await
}

/// A member of staff gave a reason to see a dossier in this session. The last reason stays.
///
/// # Errors
/// Where the database fails.
pub async fn reveal(
    tx: &mut Tx,
    session_hash: &str,
    dossier_id: &str,
    at: Timestamp,
    reason: &str,
) -> Result<()> {
    let query = sql(
        "INSERT INTO staff_reveal (session_hash, dossier_id, at, reason) VALUES ($1, $2, $3, $4)
        ON CONFLICT (session_hash, dossier_id) DO UPDATE SET at = excluded.at, reason = excluded.reason",
    );
    let query = query.bind(session_hash.to_owned()).bind(dossier_id.to_owned());
    tx.run(query.bind(micros(at)).bind(reason.to_owned()))
        .await
        .map(|_| ())
}

/// True where a reason to see this dossier was given in this session, after `since`.
///
/// # Errors
/// Where the database fails.
pub async fn is_revealed(
    tx: &mut Tx,
    session_hash: &str,
    dossier_id: &str,
    since: Timestamp,
) -> Result<bool> {
    Ok(revealed_for(tx, session_hash, dossier_id, since).await?.is_some())
}

/// The reason that was given, where one was in this session, after `since`.
///
/// # Errors
/// Where the database fails.
pub async fn revealed_for(
    tx: &mut Tx,
    session_hash: &str,
    dossier_id: &str,
    since: Timestamp,
) -> Result<Option<String>> {
    let query =
        sql("SELECT reason FROM staff_reveal WHERE session_hash = $1 AND dossier_id = $2 AND at > $3");
    let query = query.bind(session_hash.to_owned()).bind(dossier_id.to_owned());
    let row = tx.one(query.bind(micros(since))).await?;
    row.map(|row| row.text("reason")).transpose()
}

/// Moves every session's times, and those of what was revealed in it, by so much: a demonstration's clock was moved, and nobody shall be signed out
/// by that.
///
/// # Errors
/// Where the database fails.
pub async fn shift(tx: &mut Tx, by: SignedDuration) -> Result<()> {
    let query = sql(
        "UPDATE session SET created_at = created_at + $1, seen_at = seen_at + $1, expires_at = expires_at + $1",
    );
    let by = i64::try_from(by.as_micros()).unwrap_or(i64::MAX);
    tx.run(query.bind(by)).await?;
    let query = sql("UPDATE staff_reveal SET at = at + $1");
    tx.run(query.bind(by)).await.map(|_| ())
}
