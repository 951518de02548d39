//! Another password or passcode for who has forgotten the old one: number and phone on file, a code, both security answers. Until the
//! code was given, one for nobody looks like every other.

use super::{accounts as steps, audit::Who, citizens, codes, daily};
use crate::{
    notices::{Kind, text::Facts},
    problem::ApiError,
    secret,
    state::App,
    web::cookies,
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
    codes as sent,
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

/// Judges both answers of who has proved the phone, and gives the account. Five wrong tries lock until midnight; which
/// answer is wrong is not told.
///
/// # Errors
/// `journey_expired`, `state_conflict` before the code; `invalid_fields` with the tries left, `locked_out`.
pub async fn judge(
    app: &App,
    headers: &HeaderMap,
    answers: &[String],
    now: Timestamp,
) -> Result<Account, ApiError> {
    let expired = || ApiError::from(ProblemCode::JourneyExpired);
    let mut tx = app.store.begin().await?;
    let found = live(&mut tx, headers, now).await?;
    if !found.proved {
        return Err(ProblemCode::StateConflict.into());
    }
    let id = found.account_id.ok_or_else(expired)?;
    let account = accounts::by_id(&mut tx, &id).await?.ok_or_else(expired)?;
    let stored = accounts::answers(&mut tx, &id).await?;
    let limit = &app.config.limits.recovery_answer_subject;
    let left = daily::begin(app, &mut tx, limit, daily::ANSWERS, &id, now).await;
    tx.commit().await?;
    let left = left?;
    if all_right(app, &stored, answers).await? {
        return Ok(account);
    }
    let fields = (0..stored.len())
        .map(|index| FieldError::new(&format!("answers.{index}"), FieldCode::AnswerWrong))
        .collect();
    Err(Problem::invalid(fields).tries_left(left).into())
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

/// Stores what was set anew; nobody is signed in any more, on whatever device, and the owner is told.
///
/// # Errors
/// When the database is out of reach.
pub async fn finish(
    app: &App,
    tx: &mut Tx,
    account: &mut Account,
    (action, facts): (&str, Facts),
    now: Timestamp,
) -> Result<(), ApiError> {
    accounts::update(tx, account).await?;
    let limit = &app.config.limits.recovery_answer_subject;
    daily::forget(app, tx, limit, daily::ANSWERS, &account.id, now).await?;
    recoveries::end_of_account(tx, &account.id).await?;
    sessions::delete_of_subject(tx, SessionKind::Citizen, &account.id).await?;
    steps::note(app, tx, account, action, Who::Citizen(&account.id), now).await?;
    citizens::tell_of(app, tx, account, Kind::PasswordChanged, facts, now).await
}

/// What is told of a code.
#[must_use]
pub fn told(row: &sent::OneTimeCode, now: Timestamp) -> RecoveryBegun {
    RecoveryBegun {
        code_expires_in_s: codes::expires_in(row, now),
        resend_in_s: codes::resend_in(row, now),
    }
}
