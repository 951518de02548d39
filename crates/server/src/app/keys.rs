//! Access keys: whoever holds one sees, or changes, one dossier. Only digests are stored.

use crate::{problem::ApiError, secret, state::App};
use axum::{extract::FromRequestParts, http::request::Parts};
use eid_domain::{
    problem::ProblemCode,
    reference::Reference,
    wire::{ACCESS_KEY, dossiers::AccessScope},
};
use eid_store::{
    Tx,
    access_keys::{self, AccessKey as Row},
    dossiers::{self, Dossier},
};
use jiff::{SignedDuration, Timestamp};

const DAY_S: i64 = 86_400;
/// A receipt opens its dossier for half a year: from the booking to the card and some time after.
pub const RECEIPT_DAYS: i64 = 180;
/// A key from a look-up.
pub const LOOK_UP_DAYS: i64 = 30;

/// The key that came with a request; empty for none.
#[derive(Clone)]
pub struct AccessKey(String);

impl FromRequestParts<App> for AccessKey {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, ApiError> {
        let key = parts
            .headers
            .get(ACCESS_KEY)
            .and_then(|value| value.to_str().ok());
        Ok(Self(key.unwrap_or_default().to_owned()))
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
    };
    access_keys::insert(tx, &row).await?;
    Ok(key)
}

const fn word(scope: AccessScope) -> &'static str {
    match scope {
        AccessScope::Manage => "manage",
        AccessScope::Read => "read",
    }
}

/// The dossier of a reference, and what the key allows. No such reference and a wrong key are one answer.
///
/// # Errors
/// `no_match`.
pub async fn open(
    tx: &mut Tx,
    reference: &str,
    key: &AccessKey,
    now: Timestamp,
) -> Result<(Dossier, AccessScope), ApiError> {
    let no_match = || ApiError::from(ProblemCode::NoMatch);
    let row = access_keys::live(tx, &secret::digest(&key.0), now)
        .await?
        .ok_or_else(no_match)?;
    let dossier = dossiers::by_id(tx, &row.dossier_id).await?.ok_or_else(no_match)?;
    let reference = Reference::parse(reference).map_err(|_| no_match())?;
    if dossier.reference != reference.as_str() {
        return Err(no_match());
    }
    let scope = if row.scope == word(AccessScope::Manage) {
        AccessScope::Manage
    } else {
        AccessScope::Read
    };
    Ok((dossier, scope))
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
