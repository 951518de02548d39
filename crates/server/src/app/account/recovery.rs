//! Another password or passcode for who has forgotten the old one: number and phone on file, a code, both security answers. Until the
//! code was given, one for nobody looks like every other.

use crate::app::{accounts as steps, audit::Who, citizens, codes, daily, devices};
use crate::{
    limits,
    notices::{Kind, text::Facts},
    problem::ApiError,
    secret,
    state::App,
    web::{client::Source, cookies},
};
use axum::http::HeaderMap;
use eid_domain::{
    field::{FieldCode, FieldError},
    problem::{Problem, ProblemCode},
    secret::answer_keys,
    wire::recovery::RecoveryBegun,
};
use eid_store::{
    Tx,
    accounts::{self, Account, SecurityAnswer},
    audit::history,
    codes as sent, dossiers,
    recoveries::{self, Recovery},
    sessions::{self, SessionKind},
};
use jiff::{SignedDuration, Timestamp};

/// From step to step.
const LASTS: SignedDuration = SignedDuration::from_mins(15);

/// When one that moves now lapses.
#[must_use]
pub fn open_until(now: Timestamp) -> Timestamp {
    now.saturating_add(LASTS).unwrap_or(Timestamp::MAX)
}

/// The one of a request's cookie.
///
/// # Errors
/// `journey_expired`, also where there was none.
pub async fn live(tx: &mut Tx, headers: &HeaderMap, now: Timestamp) -> Result<Recovery, ApiError> {
    let expired = || ApiError::from(ProblemCode::JourneyExpired);
    let token = cookies::get(headers, cookies::RECOVERY).ok_or_else(expired)?;
    let found = recoveries::live(tx, &secret::digest(token), now).await?;
    found.ok_or_else(expired)
}

/// What can be set anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secret {
    /// What one signs in with.
    Password,
    /// What confirms a step.
    Passcode,
}

impl Secret {
    /// What the audit calls it.
    #[must_use]
    pub const fn action(self) -> &'static str {
        match self {
            Self::Password => "account.password_reset",
            Self::Passcode => "account.passcode_reset",
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::Password => Self::Passcode,
            Self::Passcode => Self::Password,
        }
    }
}

/// Judges both answers of who has proved the phone, and gives the account. Five wrong tries lock until midnight; which
/// answer is wrong is not told. Wrong tries are counted by where they come from too.
///
/// # Errors
/// `journey_expired`, `state_conflict` before the code; `reset_too_soon`; `invalid_fields` with the tries left,
/// `locked_out`; `too_many_requests` where too many wrong ones came from there.
pub async fn judge(
    app: &App,
    (headers, source): (&HeaderMap, &Source),
    (secret, answers): (Secret, &[String]),
    now: Timestamp,
) -> Result<Account, ApiError> {
    app.passwords.room()?;
    let expired = || ApiError::from(ProblemCode::JourneyExpired);
    let mut tx = app.store.begin().await?;
    let found = live(&mut tx, headers, now).await?;
    if !found.proved {
        return Err(ProblemCode::StateConflict.into());
    }
    let id = found.account_id.ok_or_else(expired)?;
    let account = accounts::by_id(&mut tx, &id).await?.ok_or_else(expired)?;
    not_both(app, &mut tx, headers, (&id, secret), now).await?;
    let stored = accounts::answers(&mut tx, &id).await?;
    let limits = &app.config.limits;
    let (limit, by_source) = (&limits.recovery_answer_subject, &limits.recovery_answer_source);
    limits::spend(&mut tx, by_source, &source.0, now).await?;
    let left = daily::begin(app, &mut tx, limit, daily::ANSWERS, &id, now).await;
    tx.commit().await?;
    let left = left?;
    if all_right(app, &stored, answers).await? {
        let mut tx = app.store.begin().await?;
        limits::give_back(&mut tx, by_source, &source.0, now).await?;
        tx.commit().await?;
        return Ok(account);
    }
    let fields = (0..stored.len())
        .map(|index| FieldError::new(&format!("answers.{index}"), FieldCode::AnswerWrong))
        .collect();
    Err(Problem::invalid(fields).tries_left(left).into())
}

/// Password and passcode together open everything, and phone and answers may be in a thief's hands: the second of the two
/// waits until the owner has had time to read that the first was set. On the device that has the account it does not.
async fn not_both(
    app: &App,
    tx: &mut Tx,
    headers: &HeaderMap,
    (account_id, secret): (&str, Secret),
    now: Timestamp,
) -> Result<(), ApiError> {
    let pause = SignedDuration::from_hours(i64::from(app.config.recovery_pause_hours));
    let since = now.saturating_sub(pause).unwrap_or(Timestamp::MIN);
    let other = secret.other().action();
    let Some(at) = history::last(tx, steps::KIND, account_id, other, since).await? else {
        return Ok(());
    };
    if devices::is_here(app, tx, headers, account_id).await? {
        return Ok(());
    }
    let open = at.saturating_add(pause).unwrap_or(Timestamp::MAX);
    let wait = codes::seconds_until(open, now);
    Err(Problem::new(ProblemCode::ResetTooSoon).retry_after(wait).into())
}

/// Which of them is wrong is not told: each would be guessed by itself.
async fn all_right(app: &App, stored: &[SecurityAnswer], typed: &[String]) -> Result<bool, ApiError> {
    let mut right = !stored.is_empty() && stored.len() == typed.len();
    for (known, typed) in stored.iter().zip(typed) {
        let plain = answer_keys(typed)
            .map(|keys| keys.plain.clone())
            .unwrap_or_default();
        right &= app.passwords.verify(Some(&known.answer_hash), &plain).await?;
    }
    Ok(right)
}

/// Stores what was set anew; nobody is signed in any more, on whatever device, and the owner is told: on the other phone of
/// the dossier too, for whoever did this has the one of the account.
///
/// # Errors
/// When the database is out of reach.
pub async fn finish(
    app: &App,
    tx: &mut Tx,
    account: &mut Account,
    (secret, facts): (Secret, Facts),
    now: Timestamp,
) -> Result<(), ApiError> {
    accounts::update(tx, account).await?;
    let limit = &app.config.limits.recovery_answer_subject;
    daily::forget(app, tx, limit, daily::ANSWERS, &account.id, now).await?;
    recoveries::end_of_account(tx, &account.id).await?;
    sessions::delete_of_subject(tx, SessionKind::Citizen, &account.id).await?;
    let who = Who::Citizen(&account.id);
    steps::note(app, tx, account, secret.action(), who, now).await?;
    let kind = Kind::PasswordChanged;
    if let Some(other) = other_phone(tx, account).await? {
        let there = Account {
            phone: other,
            ..account.clone()
        };
        citizens::tell_of(app, tx, &there, kind, facts.clone(), now).await?;
    }
    citizens::tell_of(app, tx, account, kind, facts, now).await
}

/// Another phone of the account's dossier: whoever has the account's reads what goes there, but not what goes here.
///
/// # Errors
/// When the database is out of reach.
pub async fn other_phone(tx: &mut Tx, account: &Account) -> Result<Option<String>, ApiError> {
    let dossier = match &account.dossier_id {
        Some(id) => dossiers::by_id(tx, id).await?,
        None => None,
    };
    let other = dossier.and_then(|dossier| dossier.contact_phone);
    Ok(other.filter(|other| !other.is_empty() && *other != account.phone))
}

/// What is told of a code.
#[must_use]
pub fn told(row: &sent::OneTimeCode, now: Timestamp) -> RecoveryBegun {
    RecoveryBegun {
        code_expires_in_s: codes::expires_in(row, now),
        resend_in_s: codes::resend_in(row, now),
    }
}
