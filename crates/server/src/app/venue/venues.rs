//! Lodgings and apartment blocks with a sign-in of their own.

use crate::app::{
    aid::outreach::commune_name,
    audit::{self, Done, Who},
    ids,
};
use crate::{problem::ApiError, secret, state::App, web::cookies};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, request::Parts},
};
use eid_domain::{
    attest::{Said, Statement},
    problem::ProblemCode,
    venue::{CHECKS_KEPT_HOURS, VenueKind},
    wire::{
        attestations::AttestationState,
        venues::{VenueCheck as CheckView, VenueRow, VenueSaid, VenueView},
    },
};
use eid_store::{
    Tx,
    venues::{self, Venue as Row, VenueCheck, VenueSession},
};
use jiff::{SignedDuration, Timestamp};

/// What the audit calls a place.
pub const KIND: &str = "venue";
/// A gate's shift: who is away for longer signs in again.
const IDLE: SignedDuration = SignedDuration::from_hours(8);
/// The longest a session lasts.
const LONGEST: SignedDuration = SignedDuration::from_hours(24);
/// For what a check's words are sealed.
const PURPOSE: &str = "venue check";

/// The place that is signed in, with a password of its own.
#[derive(Clone)]
pub struct Venue {
    /// As stored.
    pub row: Row,
    /// Digest of the session's token.
    pub session_hash: String,
}

impl FromRequestParts<App> for Venue {
    type Rejection = ApiError;

    /// Whoever has still to choose a password is let in nowhere but there, see [`NewVenue`].
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let NewVenue(venue) = NewVenue::from_request_parts(parts, app).await?;
        if venue.row.password_until.is_some() {
            return Err(ProblemCode::PasswordChangeNeeded.into());
        }
        Ok(venue)
    }
}

/// Whichever place is signed in, also with a password that an administrator has given.
pub struct NewVenue(pub Venue);

impl FromRequestParts<App> for NewVenue {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let found = current(app, &parts.headers).await?;
        found.map(Self).ok_or(ProblemCode::NotSignedIn.into())
    }
}

/// The place that is signed in, if one is: for what everybody may do.
pub struct MaybeVenue(pub Option<Venue>);

impl FromRequestParts<App> for MaybeVenue {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let found = current(app, &parts.headers).await?;
        Ok(Self(found.filter(|venue| venue.row.password_until.is_none())))
    }
}

async fn current(app: &App, headers: &HeaderMap) -> Result<Option<Venue>, ApiError> {
    let Some(token) = cookies::get(headers, cookies::VENUE) else {
        return Ok(None);
    };
    let (hash, now) = (secret::digest(token), app.now());
    let mut tx = app.store.peek().await?;
    let Some(session) = venues::live_session(&mut tx, &hash, now, now - IDLE).await? else {
        return Ok(None);
    };
    let row = venues::by_id(&mut tx, &session.venue_id).await?;
    drop(tx);
    if session.wants_touch(now) {
        let mut tx = app.store.begin().await?;
        venues::touch(&mut tx, &hash, now).await?;
        tx.commit().await?;
    }
    let row = row.filter(|row| !row.disabled);
    Ok(row.map(|row| Venue {
        row,
        session_hash: hash,
    }))
}

/// Whether the password of a place can open anything: it may sign in, and a password that was given has not run out.
#[must_use]
pub fn may_sign_in(row: &Row, now: Timestamp) -> bool {
    !row.disabled && row.password_until.is_none_or(|until| now < until)
}

/// Ends the session that a request's cookie names, if any, by the place's own hand; gives the header that removes the cookie.
///
/// # Errors
/// When the database is out of reach.
pub async fn end(app: &App, tx: &mut Tx, headers: &HeaderMap) -> Result<HeaderValue, ApiError> {
    if let Some(token) = cookies::get(headers, cookies::VENUE) {
        let (hash, now) = (secret::digest(token), app.now());
        let open = venues::live_session(tx, &hash, now, now - IDLE).await?;
        let ended = venues::end_session(tx, &hash).await?;
        if let Some(session) = open.filter(|_| ended) {
            let done = Done {
                who: Who::Venue(&session.venue_id),
                action: "venue.signed_out",
                kind: KIND,
                id: &session.venue_id,
                reason: None,
            };
            audit::note(app, tx, now, done).await?;
        }
    }
    Ok(cookies::clear(cookies::VENUE))
}

/// Begins a session, always with a new token, and ends the one the browser had. Gives the cookie.
///
/// # Errors
/// When the database is out of reach.
pub async fn begin(
    app: &App,
    tx: &mut Tx,
    headers: &HeaderMap,
    row: &Row,
    now: Timestamp,
) -> Result<HeaderValue, ApiError> {
    if let Some(old) = cookies::get(headers, cookies::VENUE) {
        venues::end_session(tx, &secret::digest(old)).await?;
    }
    let token = secret::token::<32>(app.rng.as_ref())?;
    let session = VenueSession {
        hash: secret::digest(&token),
        venue_id: row.id.clone(),
        seen_at: now,
        expires_at: now + LONGEST,
    };
    venues::begin_session(tx, &session).await?;
    Ok(cookies::set(cookies::VENUE, &token))
}

/// What a place is, as a stored word.
///
/// # Errors
/// When the stored word is none of ours.
pub fn kind_of(row: &Row) -> Result<VenueKind, ApiError> {
    VenueKind::parse(&row.kind).ok_or_else(|| ApiError::internal("kind of a venue", &row.kind))
}

/// House, street, commune and province.
///
/// # Errors
/// When the built-in files cannot be read.
pub fn address(row: &Row) -> Result<String, ApiError> {
    Ok(format!("{}, {}", row.line, commune_name(&row.commune_code)?))
}

/// A place as it sees itself.
///
/// # Errors
/// When the built-in files cannot be read.
pub fn view(row: &Row) -> Result<VenueView, ApiError> {
    Ok(VenueView {
        kind: kind_of(row)?,
        name: row.name.clone(),
        address: address(row)?,
        must_change_password: row.password_until.is_some(),
    })
}

/// A place as the administrator sees it.
///
/// # Errors
/// When the built-in files cannot be read.
pub fn row_of(row: Row) -> Result<VenueRow, ApiError> {
    Ok(VenueRow {
        kind: kind_of(&row)?,
        commune: commune_name(&row.commune_code)?,
        id: row.id,
        name: row.name,
        line: row.line,
        commune_code: row.commune_code,
        phone: row.phone,
        username: row.username,
        disabled: row.disabled,
        password_until: row.password_until,
    })
}

/// Notes a check in the place's list: what was said only where it stands, sealed.
///
/// # Errors
/// When the database is out of reach.
pub async fn note_check(
    app: &App,
    tx: &mut Tx,
    venue: &Venue,
    (state, statement): (AttestationState, Option<&Statement>),
    now: Timestamp,
) -> Result<(), ApiError> {
    let id = ids::time_ordered(app.rng.as_ref(), now)?;
    let said: Vec<VenueSaid> = statement
        .filter(|_| state == AttestationState::Valid)
        .map(|statement| {
            statement.said.iter().map(|(claim, said)| match said {
                Said::Truth(truth) => VenueSaid {
                    claim: *claim,
                    truth: Some(*truth),
                    text: None,
                },
                Said::Text(text) => VenueSaid {
                    claim: *claim,
                    truth: None,
                    text: Some(text.clone()),
                },
            })
        })
        .into_iter()
        .flatten()
        .collect();
    let said_sealed = if said.is_empty() {
        String::new()
    } else {
        let text = serde_json::to_string(&said)?;
        app.keys.seal(app.rng.as_ref(), PURPOSE, &id, text.as_bytes())?
    };
    let check = VenueCheck {
        id,
        venue_id: venue.row.id.clone(),
        at: now,
        state: state.as_str().to_owned(),
        said_sealed,
        expires_at: now + SignedDuration::from_hours(CHECKS_KEPT_HOURS),
    };
    Ok(venues::note_check(tx, &check).await?)
}

/// A check as the place sees it. What cannot be opened any more says nothing.
#[must_use]
pub fn check_view(app: &App, check: VenueCheck) -> CheckView {
    let said = app.keys.open(PURPOSE, &check.id, &check.said_sealed);
    let said = said.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    CheckView {
        at: check.at,
        state: AttestationState::parse(&check.state).unwrap_or(AttestationState::Unknown),
        said: said.unwrap_or_default(),
    }
}
