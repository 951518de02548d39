//! A citizen is signed in: one way for the password, the passkey and the change of device.

use super::{accounts as steps, audit::Who, devices, sessions};
use crate::{
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, request::Parts},
};
use eid_domain::{
    account::{LockReason, State},
    dossier::Actor,
    problem::ProblemCode,
    wire::devices::{SignedIn, SignedInNext},
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    dossiers,
    sessions::{Proved, Session, SessionKind},
};
use jiff::Timestamp;

/// The account of who is signed in, and their session.
pub struct Citizen {
    /// The account.
    pub account: Account,
    /// The session.
    pub session: Session,
}

impl FromRequestParts<App> for Citizen {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let session = sessions::current(app, &parts.headers, SessionKind::Citizen).await?;
        let account = accounts::by_id(&mut app.store.peek().await?, &session.subject_id).await?;
        let account = account.ok_or(ApiError::from(ProblemCode::NotSignedIn))?;
        Ok(Self { account, session })
    }
}

/// Signed in, and nothing more to come.
#[must_use]
pub const fn done() -> SignedIn {
    SignedIn {
        next: SignedInNext::Done,
        device: None,
        phone_ends: None,
    }
}

/// Begins the session of who has proved themselves on this device. Gives the cookies to set.
///
/// # Errors
/// When the database is out of reach.
pub async fn begin(
    app: &App,
    tx: &mut Tx,
    headers: &HeaderMap,
    account: &Account,
    proved: Proved,
    now: Timestamp,
) -> Result<[HeaderValue; 2], ApiError> {
    let device = devices::take(app, tx, headers, account, now).await?;
    let kind = SessionKind::Citizen;
    let session = sessions::begin(app, tx, headers, kind, &account.id, proved, now).await?;
    accounts::signed_in(tx, &account.id, now).await?;
    let action = match proved {
        Proved::Password => "account.signed_in",
        Proved::Passkey => "account.signed_in_by_passkey",
    };
    steps::note(app, tx, account, action, Who::Citizen(&account.id), now).await?;
    Ok([session, device])
}

/// Whether an entry of an account's history is a sign-in.
#[must_use]
pub fn is_sign_in(action: &str) -> bool {
    matches!(action, "account.signed_in" | "account.signed_in_by_passkey")
}

/// Locks an account at its owner's wish, at once: nobody is signed in any more, on whatever device.
///
/// # Errors
/// `state_conflict` where it is locked, or not in use.
pub async fn lock(app: &App, tx: &mut Tx, account: &mut Account, now: Timestamp) -> Result<(), ApiError> {
    let from = account.state.clone();
    account.lock_reason = Some(LockReason::OwnRequest.as_str().to_owned());
    account.locked_from = Some(from);
    let id = account.id.clone();
    let by = (Actor::Citizen, Who::Citizen(&id));
    steps::step(app, tx, account, State::Locked, by, now).await?;
    eid_store::sessions::delete_of_subject(tx, SessionKind::Citizen, &id).await?;
    tell(app, tx, account, Kind::AccountLocked, now).await
}

/// Whether its owner may open it again by themselves.
#[must_use]
pub fn may_unlock(account: &Account) -> bool {
    account.lock_reason.as_deref() == Some(LockReason::OwnRequest.as_str())
}

/// Opens what its owner has locked.
///
/// # Errors
/// `account_locked` where it is locked for another reason.
pub async fn unlock(app: &App, tx: &mut Tx, account: &mut Account, now: Timestamp) -> Result<(), ApiError> {
    let before = account.locked_from.as_deref().and_then(State::parse);
    let Some(before) = before.filter(|_| may_unlock(account)) else {
        return Err(ProblemCode::AccountLocked.into());
    };
    account.lock_reason = None;
    account.locked_from = None;
    let id = account.id.clone();
    steps::step(app, tx, account, before, (Actor::Citizen, Who::Citizen(&id)), now).await?;
    tell(app, tx, account, Kind::AccountUnlocked, now).await
}

/// Tells the owner, in the language of their dossier.
///
/// # Errors
/// When the database is out of reach.
pub async fn tell(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    kind: Kind,
    now: Timestamp,
) -> Result<(), ApiError> {
    let dossier = match &account.dossier_id {
        Some(id) => dossiers::by_id(tx, id).await?,
        None => None,
    };
    queue::tell_holder(app, tx, account, dossier.as_ref(), kind, Facts::default(), now).await?;
    app.wake.notify_one();
    Ok(())
}
