//! Ceremonies of passkeys, for citizens and staff alike: adding one, and signing in with one. A challenge is kept here,
//! lapses, and can be answered once; the library judges the answer, with the holder's verification required.

use crate::app::ids;
use crate::{limits, problem::ApiError, rng, secret, state::App, web::client::Source};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use eid_domain::{
    problem::ProblemCode,
    wire::passkeys::{CeremonyBegun, CeremonyDone, MOST, PasskeyView},
};
use eid_store::{
    Tx,
    passkeys::{self as table, Ceremony, Passkey as Row},
    sessions::SessionKind,
};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Uuid, Webauthn, WebauthnError,
};

/// As long as authenticators are given.
const LASTS: SignedDuration = SignedDuration::from_mins(5);
/// A passkey is added by who has proved themselves as recently as this.
pub const FRESH: SignedDuration = SignedDuration::from_mins(15);

/// Whose passkey it is to be.
#[derive(Clone, Copy)]
pub struct Owner<'a> {
    /// Citizen or staff.
    pub kind: SessionKind,
    /// Id of the account or member of staff.
    pub id: &'a str,
    /// What the authenticator lists it under: no whole number of a person.
    pub name: &'a str,
    /// The name of the person.
    pub display: &'a str,
}

const fn adding(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Citizen => "citizen_add",
        SessionKind::Staff => "staff_add",
    }
}

const fn signing_in(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Citizen => "citizen_sign_in",
        SessionKind::Staff => "staff_sign_in",
    }
}

/// What an answer came to.
pub enum Tried {
    /// It was right; the passkey is its owner's.
    Right(Box<Row>),
    /// It was right, but the counter went back: two devices have the same key. Commit, tell the owner, then refuse.
    Cloned(Box<Row>),
    /// It was wrong. Commit, then refuse with this.
    Refused(ApiError),
}

/// What is kept of a registration until its answer.
#[derive(Serialize, Deserialize)]
struct Adding {
    handle: Uuid,
    state: PasskeyRegistration,
}

fn party(app: &App) -> Result<&Webauthn, ApiError> {
    app.passkeys.party().ok_or(ProblemCode::NotFound.into())
}

fn failed(error: &WebauthnError) -> ApiError {
    ApiError::internal("passkey", error)
}

/// Whether a session is fresh enough to add a passkey in it.
///
/// # Errors
/// `fresh_sign_in_needed`.
pub fn need_fresh(begun_at: Timestamp, now: Timestamp) -> Result<(), ApiError> {
    if now.duration_since(begun_at) <= FRESH {
        Ok(())
    } else {
        Err(ProblemCode::FreshSignInNeeded.into())
    }
}

/// Asks for a new passkey, one that its device finds without a name being typed.
///
/// # Errors
/// `not_found` where passkeys are off; `state_conflict` where the owner has as many as there may be.
pub async fn begin_add(
    app: &App,
    tx: &mut Tx,
    owner: Owner<'_>,
    now: Timestamp,
) -> Result<CeremonyBegun, ApiError> {
    let party = party(app)?;
    let mine = table::of_subject(tx, owner.kind, owner.id).await?;
    if mine.len() >= MOST {
        return Err(ProblemCode::StateConflict.into());
    }
    let known: Vec<Passkey> = mine
        .iter()
        .map(|row| read(&row.credential))
        .collect::<Result<_, _>>()?;
    let handle = match mine.first() {
        Some(row) => {
            Uuid::parse_str(&row.user_handle).map_err(|error| ApiError::internal("user handle", &error))?
        }
        None => Uuid::from_bytes(rng::bytes::<16>(app.rng.as_ref())?),
    };
    let exclude = known.iter().map(|passkey| passkey.cred_id().clone()).collect();
    let begun = party.start_passkey_registration(handle, owner.name, owner.display, Some(exclude));
    let (options, state) = begun.map_err(|error| failed(&error))?;
    let mut options = serde_json::to_value(&options.public_key)?;
    require_discoverable(&mut options);
    let state = serde_json::to_string(&Adding { handle, state })?;
    keep(app, tx, adding(owner.kind), owner.id, state, &options, now).await
}

/// The library leaves it to the device; who signs in without a name needs it.
fn require_discoverable(options: &mut Value) {
    let selection = options.pointer_mut("/authenticatorSelection");
    if let Some(selection) = selection.and_then(Value::as_object_mut) {
        selection.insert("residentKey".to_owned(), "required".into());
        selection.insert("requireResidentKey".to_owned(), true.into());
    }
}

/// Judges the answer and stores the passkey. [`Tried::Cloned`] does not occur.
///
/// # Errors
/// When the database is out of reach.
pub async fn finish_add(
    app: &App,
    tx: &mut Tx,
    owner: Owner<'_>,
    done: &CeremonyDone,
    name: &str,
    now: Timestamp,
) -> Result<Tried, ApiError> {
    let party = party(app)?;
    let Some(kept) = taken(tx, adding(owner.kind), done, now).await? else {
        return Ok(Tried::Refused(ProblemCode::JourneyExpired.into()));
    };
    let refused = || Ok(Tried::Refused(ProblemCode::PasskeyRefused.into()));
    let begun: Adding = read(&kept.state)?;
    let Ok(answer) = serde_json::from_str::<RegisterPublicKeyCredential>(&done.credential) else {
        return refused();
    };
    if kept.subject_id != owner.id {
        return refused();
    }
    let passkey = match party.finish_passkey_registration(&answer, &begun.state) {
        Ok(passkey) => passkey,
        Err(error) => {
            tracing::info!(%error, "passkey not added");
            return refused();
        }
    };
    let row = Row {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        kind: owner.kind,
        subject_id: owner.id.to_owned(),
        user_handle: begun.handle.to_string(),
        credential_id: spelled(passkey.cred_id().as_ref()),
        credential: serde_json::to_string(&passkey)?,
        name: name.to_owned(),
        created_at: now,
        used_at: None,
        refused_at: None,
    };
    if !table::insert(tx, &row).await? {
        return refused();
    }
    Ok(Tried::Right(Box::new(row)))
}

/// Asks whoever is there to sign in. Each asking is another challenge, for a repeat too.
///
/// # Errors
/// `not_found` where passkeys are off; `too_many_requests`.
pub async fn begin_sign_in(app: &App, source: &Source, kind: SessionKind) -> Result<CeremonyBegun, ApiError> {
    let now = app.now();
    let mut tx = app.store.begin().await?;
    limits::spend(&mut tx, &app.config.limits.passkey_source, &source.0, now).await?;
    let begun = party(app)?.start_discoverable_authentication();
    let (options, state) = begun.map_err(|error| failed(&error))?;
    let state = serde_json::to_string(&state)?;
    let options = serde_json::to_value(&options.public_key)?;
    let asked = keep(app, &mut tx, signing_in(kind), "", state, &options, now).await?;
    tx.commit().await?;
    Ok(asked)
}

/// Judges the answer. Unknown, removed and wrong are one answer.
///
/// # Errors
/// When the database is out of reach.
pub async fn finish_sign_in(
    app: &App,
    tx: &mut Tx,
    kind: SessionKind,
    done: &CeremonyDone,
    now: Timestamp,
) -> Result<Tried, ApiError> {
    let party = party(app)?;
    let Some(kept) = taken(tx, signing_in(kind), done, now).await? else {
        return Ok(Tried::Refused(ProblemCode::JourneyExpired.into()));
    };
    let refused = || Ok(Tried::Refused(ProblemCode::PasskeyRefused.into()));
    let state: DiscoverableAuthentication = read(&kept.state)?;
    let Ok(answer) = serde_json::from_str::<PublicKeyCredential>(&done.credential) else {
        return refused();
    };
    let Ok((handle, id)) = party.identify_discoverable_authentication(&answer) else {
        return refused();
    };
    let row = table::by_credential(tx, &spelled(id)).await?;
    let row = row.filter(|row| row.kind == kind && row.user_handle == handle.to_string());
    let Some(row) = row else {
        return refused();
    };
    let mut passkey: Passkey = read(&row.credential)?;
    match party.finish_discoverable_authentication_v2(&answer, state, &passkey) {
        // Who holds a copy of the key is not let in with either.
        Ok(_) if row.refused_at.is_some() => Ok(Tried::Refused(ProblemCode::PasskeyCloned.into())),
        Ok(result) => {
            passkey.update_credential(&result);
            table::used(tx, &row.id, &serde_json::to_string(&passkey)?, now).await?;
            Ok(Tried::Right(Box::new(row)))
        }
        Err(WebauthnError::CredentialPossibleCompromise) => {
            if table::refuse(tx, &row.id, now).await? {
                Ok(Tried::Cloned(Box::new(row)))
            } else {
                Ok(Tried::Refused(ProblemCode::PasskeyCloned.into()))
            }
        }
        Err(error) => {
            tracing::info!(%error, "passkey refused");
            refused()
        }
    }
}

/// Keeps what belongs to a challenge.
async fn keep(
    app: &App,
    tx: &mut Tx,
    purpose: &str,
    subject_id: &str,
    state: String,
    options: &Value,
    now: Timestamp,
) -> Result<CeremonyBegun, ApiError> {
    let token = secret::token::<32>(app.rng.as_ref())?;
    let ceremony = Ceremony {
        hash: secret::digest(&token),
        purpose: purpose.to_owned(),
        subject_id: subject_id.to_owned(),
        state,
        expires_at: now.saturating_add(LASTS).unwrap_or(Timestamp::MAX),
    };
    table::begin(tx, &ceremony).await?;
    Ok(CeremonyBegun {
        ceremony: token,
        options: serde_json::to_string(options)?,
    })
}

async fn taken(
    tx: &mut Tx,
    purpose: &str,
    done: &CeremonyDone,
    now: Timestamp,
) -> Result<Option<Ceremony>, ApiError> {
    Ok(table::take(tx, &secret::digest(&done.ceremony), purpose, now).await?)
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, ApiError> {
    serde_json::from_str(text).map_err(|error| ApiError::internal("stored passkey", &error))
}

fn spelled(id: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(id)
}

/// As its owner sees it.
#[must_use]
pub fn view(row: Row) -> PasskeyView {
    PasskeyView {
        id: row.id,
        name: row.name,
        created_at: row.created_at,
        used_at: row.used_at,
        cloned: row.refused_at.is_some(),
    }
}
