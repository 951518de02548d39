//! An account is in use on one device at a time. Another one needs more than the password: the code that the device until
//! now shows, or the code sent to the phone and the passcode. A passkey is proof enough by itself.

use crate::app::{
    accounts as steps,
    audit::Who,
    citizens,
    codes::{self, Purpose, Target},
};
use crate::{
    limits,
    notices::Kind,
    problem::ApiError,
    secret,
    state::App,
    web::{agent, cookies},
};
use axum::http::{HeaderMap, HeaderValue};
use eid_domain::{
    problem::{Problem, ProblemCode},
    secret::OneTimeCode,
    wire::{Lang, devices::DeviceCodeSent},
};
use eid_store::{
    Tx,
    accounts::Account,
    codes as sent,
    devices::{self, Change, Device},
    sessions::{self, SessionKind},
};
use jiff::{SignedDuration, Timestamp};

/// From the password to the code.
const LASTS: SignedDuration = SignedDuration::from_mins(10);
/// In the place of a code's id once it was right: what is missing is the passcode.
const PROVED: &str = "proved";
const SPOKEN: &str = "device code";

fn later(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.saturating_add(by).unwrap_or(Timestamp::MAX)
}

/// What the database keeps of a browser's token: another one for each account of a family.
fn hash_of(app: &App, account_id: &str, token: &str) -> String {
    app.keys.blind("device", &[account_id, token])
}

/// The device that has the account, where it is not the one that asks.
///
/// # Errors
/// When the database is out of reach.
pub async fn elsewhere(
    app: &App,
    tx: &mut Tx,
    headers: &HeaderMap,
    account_id: &str,
) -> Result<Option<Device>, ApiError> {
    if !app.config.one_device {
        return Ok(None);
    }
    let here = cookies::get(headers, cookies::DEVICE).map(|token| hash_of(app, account_id, token));
    let device = devices::of_account(tx, account_id).await?;
    Ok(device.filter(|device| here.as_ref() != Some(&device.hash)))
}

/// Whether the browser that asks is the device that has the account.
///
/// # Errors
/// When the database is out of reach.
pub async fn is_here(
    app: &App,
    tx: &mut Tx,
    headers: &HeaderMap,
    account_id: &str,
) -> Result<bool, ApiError> {
    let here = cookies::get(headers, cookies::DEVICE).map(|token| hash_of(app, account_id, token));
    let device = devices::of_account(tx, account_id).await?;
    Ok(device.is_some_and(|device| here.as_ref() == Some(&device.hash)))
}

/// Makes the browser that asks the device of the account; ends what was open elsewhere, and tells the owner. Gives the
/// cookie by which it is known again.
///
/// # Errors
/// When the database is out of reach.
pub async fn take(
    app: &App,
    tx: &mut Tx,
    headers: &HeaderMap,
    account: &Account,
    now: Timestamp,
) -> Result<HeaderValue, ApiError> {
    let token = match cookies::get(headers, cookies::DEVICE) {
        Some(token) => token.to_owned(),
        None => secret::token::<32>(app.rng.as_ref())?,
    };
    let hash = hash_of(app, &account.id, &token);
    let before = devices::of_account(tx, &account.id).await?;
    let moved = before.as_ref().is_some_and(|before| before.hash != hash);
    if before.is_none() || moved {
        let device = Device {
            hash,
            agent: agent::of(headers),
            since: now,
        };
        devices::remove(tx, &account.id).await?;
        devices::put(tx, &account.id, &device).await?;
    }
    if moved && app.config.one_device {
        sessions::delete_of_subject(tx, SessionKind::Citizen, &account.id).await?;
        let who = Who::Citizen(&account.id);
        steps::note(app, tx, account, "account.device_changed", who, now).await?;
        citizens::tell(app, tx, account, Kind::DeviceChanged, now).await?;
    }
    Ok(cookies::keep(cookies::DEVICE, &token))
}

/// The password was right: the cookie with which a code may be given.
///
/// # Errors
/// When the database is out of reach.
pub async fn begin(
    app: &App,
    tx: &mut Tx,
    account_id: &str,
    now: Timestamp,
) -> Result<HeaderValue, ApiError> {
    let token = secret::token::<32>(app.rng.as_ref())?;
    let change = Change {
        hash: secret::digest(&token),
        account_id: account_id.to_owned(),
        code_id: None,
        expires_at: later(now, LASTS),
    };
    devices::put_change(tx, &change).await?;
    Ok(cookies::set(cookies::BEGUN, &token))
}

/// What was begun under a request's cookie.
///
/// # Errors
/// `not_signed_in` where no password was given in the last ten minutes.
pub async fn begun(tx: &mut Tx, headers: &HeaderMap, now: Timestamp) -> Result<Change, ApiError> {
    let none = || ApiError::from(ProblemCode::NotSignedIn);
    let token = cookies::get(headers, cookies::BEGUN).ok_or_else(none)?;
    let change = devices::change(tx, &secret::digest(token), now).await?;
    change.ok_or_else(none)
}

/// Sends a code to the phone of the account.
///
/// # Errors
/// `too_many_requests` within a minute of the last one, or after five in an hour.
pub async fn send(
    app: &App,
    tx: &mut Tx,
    mut change: Change,
    account: &Account,
    lang: Lang,
    now: Timestamp,
) -> Result<DeviceCodeSent, ApiError> {
    let subject = app.keys.blind("device change", &[&account.id]);
    limits::spend(tx, &app.config.limits.device_code_subject, &subject, now).await?;
    let target = Target {
        purpose: Purpose::Device,
        subject,
        phone: Some(account.phone.clone()),
        lang,
        payload: account.id.clone(),
    };
    let row = codes::send(app, tx, target, now).await?;
    change.code_id = Some(row.id.clone());
    devices::put_change(tx, &change).await?;
    let who = Who::Citizen(&account.id);
    steps::note(app, tx, account, "account.code_sent", who, now).await?;
    Ok(DeviceCodeSent {
        expires_in_s: codes::expires_in(&row, now),
        resend_in_s: codes::resend_in(&row, now),
    })
}

/// Judges the code that was sent. `Some` is the refusal: commit, then refuse with it.
///
/// # Errors
/// When the database is out of reach.
pub async fn judge_sent(
    app: &App,
    tx: &mut Tx,
    change: &mut Change,
    typed: &OneTimeCode,
    now: Timestamp,
) -> Result<Option<ApiError>, ApiError> {
    let Some(id) = change.code_id.clone() else {
        return Ok(Some(ProblemCode::CodeExpired.into()));
    };
    if id == PROVED {
        return Ok(None);
    }
    match codes::attempt(app, tx, Purpose::Device, &id, typed, now).await? {
        codes::Tried::Refused(refusal) => Ok(Some(refusal)),
        codes::Tried::Right(row) if row.payload == change.account_id => {
            change.code_id = Some(PROVED.to_owned());
            devices::put_change(tx, change).await?;
            Ok(None)
        }
        codes::Tried::Right(_) => Ok(Some(ProblemCode::CodeExpired.into())),
    }
}

/// A code for the new device, shown by the one that has the account.
///
/// # Errors
/// When the database is out of reach.
pub async fn show(app: &App, tx: &mut Tx, account_id: &str, now: Timestamp) -> Result<String, ApiError> {
    let code = OneTimeCode::from_random(crate::rng::bytes::<16>(app.rng.as_ref())?);
    let mac = app.keys.blind(SPOKEN, &[account_id, code.expose()]);
    let lasts = SignedDuration::from_secs(i64::from(codes::LIFETIME_S));
    devices::put_code(tx, account_id, &mac, later(now, lasts)).await?;
    Ok(code.expose().to_owned())
}

/// Judges the code that the old device shows. `Some` is the refusal: commit, then refuse with it.
///
/// # Errors
/// `locked_out` after five wrong ones.
pub async fn judge_shown(
    app: &App,
    tx: &mut Tx,
    account_id: &str,
    typed: &OneTimeCode,
    now: Timestamp,
) -> Result<Option<ApiError>, ApiError> {
    let limit = &app.config.limits.device_sign_in_subject;
    let subject = app.keys.blind("device try", &[account_id]);
    let left = limits::begin_try(tx, limit, &subject, now).await?;
    let mac = app.keys.blind(SPOKEN, &[account_id, typed.expose()]);
    if devices::use_code(tx, account_id, &mac, now).await? {
        limits::forget(tx, limit, &subject).await?;
        return Ok(None);
    }
    Ok(Some(Problem::new(ProblemCode::CodeWrong).tries_left(left).into()))
}

/// Ends what was begun, with the code that may still be under way.
///
/// # Errors
/// When the database is out of reach.
pub async fn end(tx: &mut Tx, change: &Change, now: Timestamp) -> Result<(), ApiError> {
    if let Some(id) = change.code_id.as_ref().filter(|id| *id != PROVED) {
        sent::mark_used(tx, id, now).await?;
    }
    Ok(devices::end_change(tx, &change.hash).await?)
}
