//! Lodgings and apartment blocks with a sign-in of their own, their sessions, and their checks of e-IDs.

use crate::{
    error::Result,
    row::{Row, micros, opt_micros},
    tx::{Tx, locking, sql},
};
use jiff::{SignedDuration, Timestamp};

/// A registered place. It has no `Debug`: it holds a password's hash.
#[derive(Clone, PartialEq, Eq)]
pub struct Venue {
    /// Internal id.
    pub id: String,
    /// The domain's `VenueKind` as a word.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// House and street.
    pub line: String,
    /// Five digits.
    pub commune_code: String,
    /// Two digits; the commune's.
    pub province_code: String,
    /// Where it can be reached.
    pub phone: String,
    /// What it signs in with.
    pub username: String,
    /// Argon2id in PHC form; none opens nothing.
    pub password_hash: Option<String>,
    /// Until when a password that an administrator has given opens; none where it chose its own.
    pub password_until: Option<Timestamp>,
    /// May not sign in any more.
    pub disabled: bool,
}

/// A session, of the token with this digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VenueSession {
    /// SHA-256 of the cookie's token, hexadecimal.
    pub hash: String,
    /// Whose.
    pub venue_id: String,
    /// When it was last used, give or take a minute.
    pub seen_at: Timestamp,
    /// When it ends at the latest.
    pub expires_at: Timestamp,
}

impl VenueSession {
    /// True where [`touch`] is due: once a minute is enough.
    pub fn wants_touch(&self, now: Timestamp) -> bool {
        now.duration_since(self.seen_at) >= SignedDuration::from_secs(60)
    }
}

/// A check of an e-ID.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VenueCheck {
    /// Its id, in the order of time.
    pub id: String,
    /// By whom.
    pub venue_id: String,
    /// When.
    pub at: Timestamp,
    /// What was answered, as a word.
    pub state: String,
    /// What was said, sealed by the caller; empty where it was not good.
    pub said_sealed: String,
    /// From when on it is shown no more.
    pub expires_at: Timestamp,
}

fn read(row: &Row) -> Result<Venue> {
    Ok(Venue {
        id: row.text("id")?,
        kind: row.text("kind")?,
        name: row.text("name")?,
        line: row.text("line")?,
        commune_code: row.text("commune_code")?,
        province_code: row.text("province_code")?,
        phone: row.text("phone")?,
        username: row.text("username")?,
        password_hash: row.opt_text("password_hash")?,
        password_until: row.opt_instant("password_until")?,
        disabled: row.flag("disabled")?,
    })
}

fn read_session(row: &Row) -> Result<VenueSession> {
    Ok(VenueSession {
        hash: row.text("hash")?,
        venue_id: row.text("venue_id")?,
        seen_at: row.instant("seen_at")?,
        expires_at: row.instant("expires_at")?,
    })
}

fn read_check(row: &Row) -> Result<VenueCheck> {
    Ok(VenueCheck {
        id: row.text("id")?,
        venue_id: row.text("venue_id")?,
        at: row.instant("at")?,
        state: row.text("state")?,
        said_sealed: row.text("said_sealed")?,
        expires_at: row.instant("expires_at")?,
    })
}

/// Stores a place, in the place of the one with the same id where there is one.
///
/// # Errors
/// [`crate::StoreError::Constraint`] with `VenueUsernameUnique` where another has this user name.
pub async fn put(tx: &mut Tx, venue: &Venue) -> Result<()> {
    let query = sql(
        "INSERT INTO venue (id, kind, name, line, commune_code, province_code, phone, username, password_hash,
        password_until, disabled) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, line = excluded.line,
        commune_code = excluded.commune_code, province_code = excluded.province_code, phone = excluded.phone,
        password_hash = excluded.password_hash, password_until = excluded.password_until,
        disabled = excluded.disabled",
    );
    let v = venue.clone();
    let query = query
        .bind(v.id)
        .bind(v.kind)
        .bind(v.name)
        .bind(v.line)
        .bind(v.commune_code)
        .bind(v.province_code)
        .bind(v.phone)
        .bind(v.username)
        .bind(v.password_hash)
        .bind(opt_micros(v.password_until))
        .bind(i64::from(v.disabled));
    tx.run(query).await.map(|_| ())
}

/// By internal id.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<Venue>> {
    let query = sql("SELECT * FROM venue WHERE id = $1").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// By internal id, and nobody else changes it until the transaction ends: read so before [`put`].
///
/// # Errors
/// Where the database fails.
pub async fn lock(tx: &mut Tx, id: &str) -> Result<Option<Venue>> {
    let query = locking!(tx, "SELECT * FROM venue WHERE id = $1", "FOR UPDATE", "");
    let row = tx.one(query.bind(id.to_owned())).await?;
    row.as_ref().map(read).transpose()
}

/// By user name.
///
/// # Errors
/// Where the database fails.
pub async fn by_username(tx: &mut Tx, username: &str) -> Result<Option<Venue>> {
    let query = sql("SELECT * FROM venue WHERE username = $1").bind(username.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// All of them, by name.
///
/// # Errors
/// Where the database fails.
pub async fn list(tx: &mut Tx) -> Result<Vec<Venue>> {
    let found = tx.all(sql("SELECT * FROM venue ORDER BY name, id")).await?;
    found.iter().map(read).collect()
}

/// Stores a new session.
///
/// # Errors
/// Where the database fails.
pub async fn begin_session(tx: &mut Tx, session: &VenueSession) -> Result<()> {
    let query =
        sql("INSERT INTO venue_session (hash, venue_id, seen_at, expires_at) VALUES ($1, $2, $3, $4)");
    let s = session.clone();
    let query = query
        .bind(s.hash)
        .bind(s.venue_id)
        .bind(micros(s.seen_at))
        .bind(micros(s.expires_at));
    tx.run(query).await.map(|_| ())
}

/// The session of this hash, where it has not ended and was used since `seen_after`.
///
/// # Errors
/// Where the database fails.
pub async fn live_session(
    tx: &mut Tx,
    hash: &str,
    now: Timestamp,
    seen_after: Timestamp,
) -> Result<Option<VenueSession>> {
    let query = sql("SELECT * FROM venue_session WHERE hash = $1 AND expires_at > $2 AND seen_at > $3");
    let query = query
        .bind(hash.to_owned())
        .bind(micros(now))
        .bind(micros(seen_after));
    tx.one(query).await?.as_ref().map(read_session).transpose()
}

/// Notes that a session was used.
///
/// # Errors
/// Where the database fails.
pub async fn touch(tx: &mut Tx, hash: &str, now: Timestamp) -> Result<()> {
    let query = sql("UPDATE venue_session SET seen_at = $2 WHERE hash = $1 AND seen_at < $2");
    tx.run(query.bind(hash.to_owned()).bind(micros(now)))
        .await
        .map(|_| ())
}

/// Ends a session; tells whether it was there.
///
/// # Errors
/// Where the database fails.
pub async fn end_session(tx: &mut Tx, hash: &str) -> Result<bool> {
    let query = sql("DELETE FROM venue_session WHERE hash = $1").bind(hash.to_owned());
    Ok(tx.run(query).await? > 0)
}

/// Ends all sessions of a place but this one; an empty hash spares none.
///
/// # Errors
/// Where the database fails.
pub async fn end_sessions(tx: &mut Tx, venue_id: &str, but: &str) -> Result<()> {
    let query = sql("DELETE FROM venue_session WHERE venue_id = $1 AND hash <> $2");
    tx.run(query.bind(venue_id.to_owned()).bind(but.to_owned()))
        .await
        .map(|_| ())
}

/// Moves every session's times by so much: a demonstration's clock was moved, and nobody shall be signed out by that.
///
/// # Errors
/// Where the database fails.
pub async fn shift(tx: &mut Tx, by: SignedDuration) -> Result<()> {
    let query = sql("UPDATE venue_session SET seen_at = seen_at + $1, expires_at = expires_at + $1");
    let by = i64::try_from(by.as_micros()).unwrap_or(i64::MAX);
    tx.run(query.bind(by)).await.map(|_| ())
}

/// Notes a check.
///
/// # Errors
/// Where the database fails.
pub async fn note_check(tx: &mut Tx, check: &VenueCheck) -> Result<()> {
    let query = sql(
        "INSERT INTO venue_check (id, venue_id, at, state, said_sealed, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6)",
    );
    let c = check.clone();
    let query = query
        .bind(c.id)
        .bind(c.venue_id)
        .bind(micros(c.at))
        .bind(c.state)
        .bind(c.said_sealed)
        .bind(micros(c.expires_at));
    tx.run(query).await.map(|_| ())
}

/// The checks of a place from `from` up to `until` that are still shown, the latest first, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn checks(
    tx: &mut Tx,
    venue_id: &str,
    (from, until): (Timestamp, Timestamp),
    now: Timestamp,
    limit: u32,
) -> Result<Vec<VenueCheck>> {
    let query = sql(
        "SELECT * FROM venue_check WHERE venue_id = $1 AND at >= $2 AND at < $3 AND expires_at > $4
        ORDER BY at DESC, id DESC LIMIT $5",
    );
    let query = query
        .bind(venue_id.to_owned())
        .bind(micros(from))
        .bind(micros(until))
        .bind(micros(now))
        .bind(i64::from(limit));
    tx.all(query).await?.iter().map(read_check).collect()
}
