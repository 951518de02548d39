//! Locking and opening an account: by its owner, by a link of a message, by the last day of the card and by the new one. Every
//! change is told to the holder with its reason (Law on Identification 26/2023, art. 34; Decree 69/2024, art. 15, 30).

use crate::app::{
    accounts as steps,
    audit::Who,
    citizens, dossiers as cases, helpers, ids,
    keys::{self, Link},
};
use crate::{
    notices::{
        Kind,
        text::{Facts, account::why},
    },
    problem::ApiError,
    secret,
    state::App,
};
use eid_domain::{
    account::{LockReason, State},
    calendar::office_date,
    dossier::{Actor, State as DossierState},
    expiry::{Expiry, expiry},
    identity::BirthDate,
    problem::ProblemCode,
    wire::Lang,
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    dossiers::{self, Dossier},
    lock_links::{self, LockLink},
    passkeys,
    sessions::{self, SessionKind},
    tickets::{self, Ticket},
};
use jiff::{SignedDuration, Timestamp};

/// Between two entries of one instant: the history is ordered by its instants.
const MOMENT: SignedDuration = SignedDuration::from_micros(1);
/// How long the link of a message locks: whoever reads messages once a week is in time.
const LINK_LASTS: SignedDuration = SignedDuration::from_hours(7 * 24);
/// Accounts looked at in one go of the job.
const BATCH: u32 = 200;

/// Locks an account at once: nobody is signed in any more, on whatever device, and nobody looks along.
///
/// # Errors
/// `state_conflict` where it is locked, or not in use.
pub async fn lock(
    app: &App,
    tx: &mut Tx,
    account: &mut Account,
    reason: LockReason,
    by: (Actor, Who<'_>),
    now: Timestamp,
) -> Result<(), ApiError> {
    let from = account.state.clone();
    account.lock_reason = Some(reason.as_str().to_owned());
    account.locked_from = Some(from);
    steps::step(app, tx, account, State::Locked, by, now).await?;
    sessions::delete_of_subject(tx, SessionKind::Citizen, &account.id).await?;
    helpers::end(app, tx, &account.id, by.1, now).await?;
    tell(app, tx, account, Kind::AccountLocked, reason, now).await
}

/// Opens a locked account again.
///
/// # Errors
/// `account_locked` where what it was before is not known.
pub async fn unlock(
    app: &App,
    tx: &mut Tx,
    account: &mut Account,
    by: (Actor, Who<'_>),
    now: Timestamp,
) -> Result<(), ApiError> {
    let reason = reason_of(account).unwrap_or(LockReason::OwnRequest);
    let before = account.locked_from.as_deref().and_then(State::parse);
    let before = before.ok_or(ApiError::from(ProblemCode::AccountLocked))?;
    account.lock_reason = None;
    account.locked_from = None;
    steps::step(app, tx, account, before, by, now).await?;
    tell(app, tx, account, Kind::AccountUnlocked, reason, now).await
}

fn reason_of(account: &Account) -> Option<LockReason> {
    account.lock_reason.as_deref().and_then(LockReason::parse)
}

async fn tell(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    kind: Kind,
    reason: LockReason,
    now: Timestamp,
) -> Result<(), ApiError> {
    let dossier = match &account.dossier_id {
        Some(id) => dossiers::by_id(tx, id).await?,
        None => None,
    };
    let lang = dossier.map_or(Lang::Vi, |dossier| Lang::from_tag(&dossier.lang));
    let facts = Facts {
        reason: why(reason, kind == Kind::AccountLocked, lang).to_owned(),
        ..Facts::default()
    };
    citizens::tell_of(app, tx, account, kind, facts, now).await
}

/// Locks every account in use whose card has run out. Who had locked it before cannot open it by themselves any more.
///
/// # Errors
/// When the database is out of reach.
pub async fn expired(app: &App, tx: &mut Tx, now: Timestamp) -> Result<(), ApiError> {
    for mut account in accounts::card_over(tx, office_date(now), BATCH).await? {
        let reason = LockReason::CardExpired;
        if steps::state_of(&account)? != State::Locked {
            lock(app, tx, &mut account, reason, (Actor::System, Who::System), now).await?;
            continue;
        }
        account.lock_reason = Some(reason.as_str().to_owned());
        accounts::update(tx, &mut account).await?;
        let action = format!("account.{}", State::Locked);
        steps::note(app, tx, &account, &action, Who::System, now).await?;
        tell(app, tx, &account, Kind::AccountLocked, reason, now).await?;
    }
    Ok(())
}

/// The card of a dossier is in its owner's hands: from now on its last day counts, and an account that was locked for the
/// last day of the old one is open again.
///
/// # Errors
/// When the database is out of reach.
pub async fn new_card(app: &App, tx: &mut Tx, dossier: &Dossier, now: Timestamp) -> Result<(), ApiError> {
    let Some(mut account) = accounts::by_person(tx, &dossier.personal_number).await? else {
        return Ok(());
    };
    let birth = BirthDate::from_iso(&dossier.birth_date)
        .ok()
        .and_then(|birth| birth.date());
    let history = cases::history(tx, &dossier.id).await?;
    let issued = history
        .iter()
        .rev()
        .find(|event| event.state == DossierState::Approved);
    let (Some(birth), Some(issued), true) = (birth, issued, cases::service_of(dossier)?.has_card()) else {
        return Ok(());
    };
    let card = expiry(birth, office_date(issued.at));
    if account.card_expires_on != card.date() {
        account.card_expires_on = card.date();
        accounts::update(tx, &mut account).await?;
    }
    if reason_of(&account) == Some(LockReason::CardExpired) && !card.is_reached(office_date(now)) {
        unlock(app, tx, &mut account, (Actor::System, Who::System), now).await?;
    }
    Ok(())
}

/// Whether the last day of the card is over.
#[must_use]
pub fn card_is_over(account: &Account, now: Timestamp) -> bool {
    let card = account.card_expires_on.map(|date| Expiry::On { date });
    card.is_some_and(|card| card.is_reached(office_date(now)))
}

/// The link of a message that tells of what somebody else may have done: what it is about, and its address; none where
/// nobody has told us our own address.
///
/// # Errors
/// When the database is out of reach.
pub async fn link(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    now: Timestamp,
) -> Result<Option<(String, String)>, ApiError> {
    let address = keys::address(app, Link::Lock, "");
    if address.is_empty() {
        return Ok(None);
    }
    let about = Link::Lock.about(&format!("{}:{}", account.id, now.as_microsecond()));
    let link = LockLink {
        hash: secret::digest(&keys::link_key(app, &about)),
        account_id: account.id.clone(),
        told_at: now,
        expires_at: now.saturating_add(LINK_LASTS).unwrap_or(Timestamp::MAX),
    };
    lock_links::insert(tx, &link).await?;
    Ok(Some((about, address)))
}

/// "This was not me": locks, takes away the passkeys of the last days, which may be a thief's, and asks the office of the
/// dossier to look into it; says whether one was asked. Older passkeys stay: their owner may have nothing else.
///
/// # Errors
/// `state_conflict` where the account is not in use.
pub async fn not_me(
    app: &App,
    tx: &mut Tx,
    account: &mut Account,
    at: Timestamp,
    now: Timestamp,
) -> Result<bool, ApiError> {
    let asked = ask(app, tx, account, at, now).await?;
    let id = account.id.clone();
    let who = Who::Citizen(&id);
    steps::note(app, tx, account, "account.not_me", who, now).await?;
    let since = now.saturating_sub(LINK_LASTS).unwrap_or(Timestamp::MIN);
    if passkeys::remove_since(tx, SessionKind::Citizen, &id, since).await? > 0 {
        let at = now.saturating_add(MOMENT).unwrap_or(Timestamp::MAX);
        steps::note(app, tx, account, "account.passkey_removed", who, at).await?;
    }
    lock(
        app,
        tx,
        account,
        LockReason::OwnRequest,
        (Actor::Citizen, who),
        now,
    )
    .await?;
    Ok(asked)
}

/// Uses the link of a message; `None` where there is no such link, or not any more. An account that is locked already stays
/// so.
///
/// # Errors
/// `state_conflict` where the account is not in use.
pub async fn by_link(app: &App, tx: &mut Tx, key: &str, now: Timestamp) -> Result<Option<bool>, ApiError> {
    let Some(link) = lock_links::take(tx, &secret::digest(key), now).await? else {
        return Ok(None);
    };
    let Some(mut account) = accounts::by_id(tx, &link.account_id).await? else {
        return Ok(None);
    };
    if steps::state_of(&account)? == State::Locked {
        return Ok(Some(false));
    }
    Ok(Some(not_me(app, tx, &mut account, link.told_at, now).await?))
}

/// Opens a question at the office of the dossier with which the account was asked for. False where there is no such office
/// any more; one that waits already is not asked twice, and counts.
async fn ask(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    at: Timestamp,
    now: Timestamp,
) -> Result<bool, ApiError> {
    let dossier = match &account.dossier_id {
        Some(id) => dossiers::by_id(tx, id).await?,
        None => None,
    };
    let Some(dossier) = dossier else {
        return Ok(false);
    };
    let ticket = Ticket {
        id: ids::handle(app.rng.as_ref())?,
        dossier_id: dossier.id,
        office_id: dossier.office_id,
        asked_at: now,
        text: String::new(),
        not_me_at: Some(at),
        answer: None,
    };
    tickets::ask(tx, &ticket).await?;
    Ok(true)
}
