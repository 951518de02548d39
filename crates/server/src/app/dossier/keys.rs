//! Access keys: whoever holds one sees, or changes, one dossier. Only digests are stored.

mod link;

pub use link::{Link, address, host, issue_link, link_key, origin};

use crate::app::{desk::REVEALED, staff::Staff};
use crate::{problem::ApiError, secret, state::App, web::acting};
use axum::{extract::FromRequestParts, http::request::Parts};
use eid_domain::{
    office::Localised,
    problem::ProblemCode,
    reference::Reference,
    wire::{ACCESS_KEY, ASSISTED, dossiers::AccessScope},
};
use eid_store::{
    Tx,
    access_keys::{self, AccessKey as Row},
    appointments::{self, AppointmentState},
    dossiers::{self, Dossier},
};
use jiff::{SignedDuration, Timestamp};

const DAY_S: i64 = 86_400;
/// A receipt opens its dossier for nine months: a visit a month away, half a year to bring what is missing, and the card
/// after that.
pub const RECEIPT_DAYS: i64 = 270;
/// A key from a look-up.
pub const LOOK_UP_DAYS: i64 = 30;

/// The key that came with a request; empty for none.
#[derive(Clone)]
pub struct AccessKey {
    key: String,
    /// Who shows it, where staff say that they act for the person.
    staff: Option<Staff>,
}

impl FromRequestParts<App> for AccessKey {
    type Rejection = ApiError;

    /// Whose session at the desk has ended is told so.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let key = parts
            .headers
            .get(ACCESS_KEY)
            .and_then(|value| value.to_str().ok());
        let key = key.unwrap_or_default().to_owned();
        let staff = if parts.headers.contains_key(ASSISTED) {
            Some(Staff::from_request_parts(parts, app).await?)
        } else {
            None
        };
        Ok(Self { key, staff })
    }
}

impl AccessKey {
    /// A key that came in the body of a request, as those of a family do.
    #[must_use]
    pub fn of(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            staff: None,
        }
    }

    /// What is stored of it.
    #[must_use]
    pub fn digest(&self) -> String {
        secret::digest(&self.key)
    }
}

/// Makes a key and returns it; it is shown once.
///
/// # Errors
/// When the database is out of reach.
pub async fn issue(
    app: &App,
    tx: &mut Tx,
    dossier_id: &str,
    scope: AccessScope,
    days: i64,
    now: Timestamp,
) -> Result<String, ApiError> {
    let key = secret::token::<32>(app.rng.as_ref())?;
    let row = Row {
        hash: secret::digest(&key),
        dossier_id: dossier_id.to_owned(),
        scope: word(scope).to_owned(),
        expires_at: now
            .saturating_add(SignedDuration::from_secs(days * DAY_S))
            .unwrap_or(Timestamp::MAX),
        staff_session: None,
    };
    access_keys::insert(tx, &row).await?;
    Ok(key)
}

/// Lends staff a key that can do what the person can, while their session and their reason last.
///
/// # Errors
/// When the database is out of reach.
pub async fn lend(
    app: &App,
    tx: &mut Tx,
    dossier_id: &str,
    staff: &Staff,
    now: Timestamp,
) -> Result<String, ApiError> {
    let key = secret::token::<32>(app.rng.as_ref())?;
    let row = Row {
        hash: secret::digest(&key),
        dossier_id: dossier_id.to_owned(),
        scope: word(AccessScope::Manage).to_owned(),
        expires_at: now.saturating_add(REVEALED).unwrap_or(Timestamp::MAX),
        staff_session: Some(staff.session_hash.clone()),
    };
    access_keys::insert(tx, &row).await?;
    Ok(key)
}

/// Ends every key that only shows.
///
/// # Errors
/// When the database is out of reach.
pub async fn end_shown(tx: &mut Tx, dossier_id: &str) -> Result<u64, ApiError> {
    Ok(access_keys::revoke_scope(tx, dossier_id, word(AccessScope::Read)).await?)
}

const fn word(scope: AccessScope) -> &'static str {
    match scope {
        AccessScope::Manage => "manage",
        AccessScope::Read => "read",
    }
}

/// What only the real office can say on the phone about a dossier: the same as long as the server's key is.
#[must_use]
pub fn phrase(app: &App, dossier_id: &str) -> Localised {
    let bits = app.keys.derived("phrase", &[dossier_id]);
    // Each of its first characters is one of 64, all as likely as each other.
    let six = |letter: u8| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'-' => 62,
        _ => 63,
    };
    let bits = bits
        .bytes()
        .take(3)
        .fold(0, |bits, letter| bits << 6 | u32::from(six(letter)));
    eid_domain::phrase::phrase(bits)
}

/// The dossier of a reference, for a key that may change it (true) or for that of a link.
///
/// # Errors
/// `no_match`, `not_allowed`.
pub async fn open_for(
    tx: &mut Tx,
    reference: &str,
    key: &AccessKey,
    link: Link,
    now: Timestamp,
) -> Result<(Dossier, bool), ApiError> {
    let (dossier, scope) = find(tx, reference, key, now).await?;
    match scope.as_str() {
        scope if scope == word(AccessScope::Manage) => Ok((dossier, true)),
        scope if scope == link.word() => Ok((dossier, false)),
        scope if scope == word(AccessScope::Read) => Err(ProblemCode::NotAllowed.into()),
        _ => Err(ProblemCode::NoMatch.into()),
    }
}

/// Whether the key may change a dossier whose visit to come is at this place: who has a visit at a stop that is closed to
/// others may take another time there.
///
/// # Errors
/// When the database is out of reach.
pub async fn has_visit_at(
    tx: &mut Tx,
    key: &AccessKey,
    office_id: &str,
    now: Timestamp,
) -> Result<bool, ApiError> {
    let row = live(tx, key, now).await?;
    let Some(row) = row.filter(|row| row.scope == word(AccessScope::Manage)) else {
        return Ok(false);
    };
    let visit = appointments::latest_of_dossier(tx, &row.dossier_id).await?;
    Ok(visit.is_some_and(|visit| visit.office_id == office_id && visit.state == AppointmentState::Booked))
}

/// The dossier of a reference, and what the key allows. No such reference and a wrong key are one answer; the key of a
/// message's link opens nothing here.
///
/// # Errors
/// `no_match`.
pub async fn open(
    tx: &mut Tx,
    reference: &str,
    key: &AccessKey,
    now: Timestamp,
) -> Result<(Dossier, AccessScope), ApiError> {
    let (dossier, scope) = find(tx, reference, key, now).await?;
    match scope.as_str() {
        scope if scope == word(AccessScope::Manage) => Ok((dossier, AccessScope::Manage)),
        scope if scope == word(AccessScope::Read) => Ok((dossier, AccessScope::Read)),
        _ => Err(ProblemCode::NoMatch.into()),
    }
}

/// What is stored of a key that is worth something now. One that was lent is, in the session of whom it was lent to, and
/// whatever is done with it is done by them.
async fn live(tx: &mut Tx, key: &AccessKey, now: Timestamp) -> Result<Option<Row>, ApiError> {
    let Some(row) = access_keys::live(tx, &key.digest(), now).await? else {
        return Ok(None);
    };
    let staff = key.staff.as_ref();
    match (&row.staff_session, staff) {
        (None, _) => Ok(Some(row)),
        (Some(session), Some(staff)) if *session == staff.session_hash => {
            acting::begin(&staff.id);
            Ok(Some(row))
        }
        (Some(_), _) => Ok(None),
    }
}

async fn find(
    tx: &mut Tx,
    reference: &str,
    key: &AccessKey,
    now: Timestamp,
) -> Result<(Dossier, String), ApiError> {
    let no_match = || ApiError::from(ProblemCode::NoMatch);
    let row = live(tx, key, now).await?.ok_or_else(no_match)?;
    let dossier = dossiers::by_id(tx, &row.dossier_id).await?.ok_or_else(no_match)?;
    let reference = Reference::parse(reference).map_err(|_| no_match())?;
    if dossier.reference != reference.as_str() {
        return Err(no_match());
    }
    Ok((dossier, row.scope))
}

/// The same, where the dossier is to be changed.
///
/// # Errors
/// `no_match`; `not_allowed` for a key that only reads.
pub async fn open_to_change(
    tx: &mut Tx,
    reference: &str,
    key: &AccessKey,
    now: Timestamp,
) -> Result<Dossier, ApiError> {
    match open(tx, reference, key, now).await? {
        (dossier, AccessScope::Manage) => Ok(dossier),
        _ => Err(ProblemCode::NotAllowed.into()),
    }
}
