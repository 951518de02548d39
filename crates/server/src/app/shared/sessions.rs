//! Sessions of citizens and staff: a random token in a cookie, its digest in the database.

use crate::{
    app::{
        accounts,
        audit::{self, Done, Who},
    },
    problem::ApiError,
    secret,
    state::App,
    web::{agent, cookies},
};
use axum::http::{HeaderMap, HeaderValue};
use eid_domain::{problem::ProblemCode, wire::queue::BACKGROUND};
use eid_store::{
    Tx,
    sessions::{self, Proved, Session, SessionKind},
};
use jiff::{SignedDuration, Timestamp};

const HOUR_S: i64 = 3600;
/// The longest a session lasts.
pub const LONGEST_S: i64 = 12 * HOUR_S;
/// Seconds of idleness after which a citizen's session ends.
pub const CITIZEN_IDLE_S: u32 = 15 * 60;
/// Seconds of idleness after which a session of staff ends.
pub const STAFF_IDLE_S: u32 = 30 * 60;

const fn cookie(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Citizen => cookies::CITIZEN,
        SessionKind::Staff => cookies::DESK,
    }
}

const fn idle(kind: SessionKind) -> SignedDuration {
    SignedDuration::from_secs(match kind {
        SessionKind::Citizen => CITIZEN_IDLE_S as i64,
        SessionKind::Staff => STAFF_IDLE_S as i64,
    })
}

/// Begins a session, always with a new token, and ends the one the browser had.
///
/// # Errors
/// When the database is out of reach.
pub async fn begin(
    app: &App,
    tx: &mut Tx,
    headers: &HeaderMap,
    kind: SessionKind,
    subject_id: &str,
    proved: Proved,
    now: Timestamp,
) -> Result<HeaderValue, ApiError> {
    if let Some(old) = cookies::get(headers, cookie(kind)) {
        sessions::delete(tx, &secret::digest(old)).await?;
    }
    let token = secret::token::<32>(app.rng.as_ref())?;
    let session = Session {
        hash: secret::digest(&token),
        kind,
        subject_id: subject_id.to_owned(),
        created_at: now,
        seen_at: now,
        expires_at: now
            .saturating_add(SignedDuration::from_secs(LONGEST_S))
            .unwrap_or(Timestamp::MAX),
        agent: agent::of(headers),
        proved,
    };
    sessions::insert(tx, &session).await?;
    Ok(cookies::set(cookie(kind), &token))
}

/// The session that a request's cookie names; notes that it was used, about once a minute, unless the page asks by itself.
///
/// # Errors
/// `not_signed_in`.
pub async fn current(app: &App, headers: &HeaderMap, kind: SessionKind) -> Result<Session, ApiError> {
    let none = || ApiError::from(ProblemCode::NotSignedIn);
    let token = cookies::get(headers, cookie(kind)).ok_or_else(none)?;
    let now = app.now();
    let hash = secret::digest(token);
    let session = sessions::live(&mut app.store.peek().await?, &hash, kind, now, idle(kind)).await?;
    let session = session.ok_or_else(none)?;
    if session.wants_touch(now) && !headers.contains_key(BACKGROUND) {
        let mut tx = app.store.begin().await?;
        sessions::touch(&mut tx, &hash, now).await?;
        tx.commit().await?;
    }
    Ok(session)
}

/// Whether a session of staff is still there. Asking keeps none alive.
///
/// # Errors
/// When the database is out of reach.
pub async fn is_live(app: &App, hash: &str) -> Result<bool, ApiError> {
    let kind = SessionKind::Staff;
    let session = sessions::live(&mut app.store.peek().await?, hash, kind, app.now(), idle(kind)).await?;
    Ok(session.is_some())
}

/// The same for either kind, inside of a transaction.
///
/// # Errors
/// When the database is out of reach.
pub async fn is_open(tx: &mut Tx, hash: &str, kind: SessionKind, now: Timestamp) -> Result<bool, ApiError> {
    Ok(sessions::live(tx, hash, kind, now, idle(kind)).await?.is_some())
}

/// Those of a subject that have not ended.
///
/// # Errors
/// When the database is out of reach.
pub async fn open(
    tx: &mut Tx,
    kind: SessionKind,
    subject_id: &str,
    now: Timestamp,
) -> Result<Vec<Session>, ApiError> {
    Ok(sessions::of_subject(tx, kind, subject_id, now, idle(kind)).await?)
}

/// What a session is called towards its owner: nothing can be opened with it.
#[must_use]
pub fn handle(session: &Session) -> String {
    secret::digest(&session.hash)
}

/// Removes the cookie of a session that has ended.
#[must_use]
pub fn clear(kind: SessionKind) -> HeaderValue {
    cookies::clear(cookie(kind))
}

/// Ends the session that a request's cookie names, if any, by its owner's own hand; returns the header that removes the
/// cookie. What had run out before is ended without a word.
///
/// # Errors
/// When the database is out of reach.
pub async fn end(
    app: &App,
    tx: &mut Tx,
    headers: &HeaderMap,
    kind: SessionKind,
) -> Result<HeaderValue, ApiError> {
    if let Some(token) = cookies::get(headers, cookie(kind)) {
        let (hash, now) = (secret::digest(token), app.now());
        let open = sessions::live(tx, &hash, kind, now, idle(kind)).await?;
        let ended = sessions::delete(tx, &hash).await?;
        if let Some(session) = open.filter(|_| ended) {
            audit::note(app, tx, now, signed_out(kind, &session.subject_id)).await?;
        }
    }
    Ok(cookies::clear(cookie(kind)))
}

const fn signed_out(kind: SessionKind, id: &str) -> Done<'_> {
    let (who, action, kind) = match kind {
        SessionKind::Citizen => (Who::Citizen(id), accounts::SIGNED_OUT, accounts::KIND),
        SessionKind::Staff => (Who::Staff(id), "staff.signed_out", "staff"),
    };
    Done {
        who,
        action,
        kind,
        id,
        reason: None,
    }
}
