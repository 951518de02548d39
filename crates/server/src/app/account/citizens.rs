//! A citizen is signed in: one way for the password, the passkey and the change of device.

use crate::app::{accounts as steps, audit::Who, children, devices, locks, sessions, view};
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
    account::LockReason,
    dossier::Actor,
    problem::ProblemCode,
    wire::{
        devices::{SignedIn, SignedInNext},
        queue::BACKGROUND,
    },
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

/// The same, for a page that asks by itself: it keeps no session alive.
pub struct Onlooking(pub Citizen);

impl FromRequestParts<App> for Onlooking {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        parts.headers.insert(BACKGROUND, HeaderValue::from_static("1"));
        Citizen::from_request_parts(parts, app).await.map(Self)
    }
}

/// What the audit calls a sign-in with the password.
pub const BY_PASSWORD: &str = "account.signed_in";
/// What the audit calls a sign-in with a passkey.
pub const BY_PASSKEY: &str = "account.signed_in_by_passkey";

/// Signed in, and nothing more to come.
#[must_use]
pub const fn done() -> SignedIn {
    SignedIn {
        next: SignedInNext::Done,
        device: None,
        phone_ends: None,
        check_passkeys: false,
    }
}

/// Proved, but locked by the owner: a code and the passcode are still to come.
#[must_use]
pub fn locked(account: &Account) -> SignedIn {
    SignedIn {
        next: SignedInNext::Locked,
        phone_ends: Some(view::phone_ends(&account.phone)),
        ..done()
    }
}

/// Begins the session of who has proved themselves on this device. Gives the cookies to set.
///
/// # Errors
/// `representative_needed` for a child: nobody signs in to what is used in the representative's account alone.
pub async fn begin(
    app: &App,
    tx: &mut Tx,
    headers: &HeaderMap,
    account: &Account,
    proved: Proved,
    now: Timestamp,
) -> Result<[HeaderValue; 2], ApiError> {
    if children::is_childs(account, now)? {
        return Err(ProblemCode::RepresentativeNeeded.into());
    }
    let device = devices::take(app, tx, headers, account, now).await?;
    let kind = SessionKind::Citizen;
    let session = sessions::begin(app, tx, headers, kind, &account.id, proved, now).await?;
    accounts::signed_in(tx, &account.id, now).await?;
    let action = match proved {
        Proved::Password => BY_PASSWORD,
        Proved::Passkey => BY_PASSKEY,
    };
    steps::note(app, tx, account, action, Who::Citizen(&account.id), now).await?;
    Ok([session, device])
}

/// Whether an entry of an account's history is a sign-in.
#[must_use]
pub fn is_sign_in(action: &str) -> bool {
    matches!(action, BY_PASSWORD | BY_PASSKEY)
}

/// Locks an account at its owner's wish.
///
/// # Errors
/// `state_conflict` where it is locked, or not in use.
pub async fn lock(app: &App, tx: &mut Tx, account: &mut Account, now: Timestamp) -> Result<(), ApiError> {
    let id = account.id.clone();
    let by = (Actor::Citizen, Who::Citizen(&id));
    locks::lock(app, tx, account, LockReason::OwnRequest, by, now).await
}

/// Whether its owner may open it again by themselves.
#[must_use]
pub fn may_unlock(account: &Account) -> bool {
    account.lock_reason.as_deref() == Some(LockReason::OwnRequest.as_str())
}

/// What is told to who has proved to be the owner of a locked account: the reason that they can do something about.
#[must_use]
pub fn why_locked(account: &Account, now: Timestamp) -> ProblemCode {
    let expired = account.lock_reason.as_deref() == Some(LockReason::CardExpired.as_str());
    if expired || (may_unlock(account) && locks::card_is_over(account, now)) {
        ProblemCode::CardExpired
    } else {
        ProblemCode::AccountLocked
    }
}

/// Opens what its owner has locked.
///
/// # Errors
/// `account_locked` where it is locked for another reason, `card_expired` where the card has run out meanwhile.
pub async fn unlock(app: &App, tx: &mut Tx, account: &mut Account, now: Timestamp) -> Result<(), ApiError> {
    if !may_unlock(account) || locks::card_is_over(account, now) {
        return Err(why_locked(account, now).into());
    }
    let id = account.id.clone();
    locks::unlock(app, tx, account, (Actor::Citizen, Who::Citizen(&id)), now).await
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
    tell_of(app, tx, account, kind, Facts::default(), now).await
}

/// The same, with what stands in the message.
///
/// # Errors
/// When the database is out of reach.
pub async fn tell_of(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    kind: Kind,
    facts: Facts,
    now: Timestamp,
) -> Result<(), ApiError> {
    let dossier = match &account.dossier_id {
        Some(id) => dossiers::by_id(tx, id).await?,
        None => None,
    };
    let link = if kind.can_be_stopped() {
        locks::link(app, tx, account, now).await?
    } else {
        None
    };
    let (about, address) = link.unzip();
    let facts = Facts {
        link: address.unwrap_or_default(),
        ..facts
    };
    let about = about.unwrap_or_default();
    queue::tell_holder_linked(app, tx, account, dossier.as_ref(), (kind, &about), facts, now).await?;
    app.wake.notify_one();
    Ok(())
}
