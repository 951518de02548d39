//! Access keys: whoever holds one sees, or changes, one dossier. Only digests are stored.

use crate::{problem::ApiError, secret, state::App};
use axum::{extract::FromRequestParts, http::request::Parts};
use eid_domain::{
    office::Localised,
    problem::ProblemCode,
    reference::Reference,
    wire::{ACCESS_KEY, dossiers::AccessScope},
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

impl AccessKey {
    /// What is stored of it.
    #[must_use]
    pub fn digest(&self) -> String {
        secret::digest(&self.0)
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

/// What the link of a message can do: one thing, and not for long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// Cancel the visit, until it begins.
    Cancel,
    /// Answer the offer of a place, while it stands.
    Offer,
    /// See, and take back, a wish for a visit at home.
    Home,
    /// See one's place in the line of today.
    Queue,
    /// Everything the receipt can: for who was booked in by the desk and has no other way to it.
    Receipt,
}

impl Link {
    const fn word(self) -> &'static str {
        match self {
            Self::Cancel => "cancel",
            Self::Offer => "offer",
            Self::Home => "home",
            Self::Queue => "queue",
            Self::Receipt => word(AccessScope::Manage),
        }
    }

    const fn path(self) -> &'static str {
        match self {
            Self::Cancel => "/huy/",
            Self::Offer => "/som/",
            Self::Home => "/nha/",
            Self::Queue => "/cho-goi",
            Self::Receipt => "/lich-hen/",
        }
    }

    /// What a link's key is worked out from.
    #[must_use]
    pub fn about(self, id: &str) -> String {
        format!("{}:{id}", self.word())
    }
}

/// The key of a link. Worked out anew when the message is sent, so that only its digest is stored.
#[must_use]
pub fn link_key(app: &App, about: &str) -> String {
    app.keys.derived("link", &[about])
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

/// Our own address as people reach it, e.g. `https://hen.example.gov.vn`; where nobody has told us, only a demo knows it.
#[must_use]
pub fn origin(app: &App) -> Option<String> {
    let listen = || app.config.demo.then(|| format!("http://{}", app.config.listen));
    app.config.public_origin.clone().or_else(listen)
}

/// The link of a message, with a mark where its key goes; empty where nobody has told us our own address.
#[must_use]
pub fn address(app: &App, link: Link, reference: &str) -> String {
    origin(app)
        .map(|origin| {
            format!(
                "{origin}{}{reference}#{}",
                link.path(),
                crate::notices::text::KEY_MARK
            )
        })
        .unwrap_or_default()
}

/// Lets the key of a link do its one thing until `expires_at`.
///
/// # Errors
/// When the database is out of reach.
pub async fn issue_link(
    app: &App,
    tx: &mut Tx,
    dossier_id: &str,
    link: Link,
    about: &str,
    expires_at: Timestamp,
    now: Timestamp,
) -> Result<(), ApiError> {
    let hash = secret::digest(&link_key(app, about));
    if access_keys::live(tx, &hash, now).await?.is_some() {
        // Told a second time about the same: the same key.
        return Ok(());
    }
    let row = Row {
        hash,
        dossier_id: dossier_id.to_owned(),
        scope: link.word().to_owned(),
        expires_at,
    };
    Ok(access_keys::insert(tx, &row).await?)
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
    let row = access_keys::live(tx, &secret::digest(&key.0), now).await?;
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

async fn find(
    tx: &mut Tx,
    reference: &str,
    key: &AccessKey,
    now: Timestamp,
) -> Result<(Dossier, String), ApiError> {
    let no_match = || ApiError::from(ProblemCode::NoMatch);
    let row = access_keys::live(tx, &secret::digest(&key.0), now)
        .await?
        .ok_or_else(no_match)?;
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
