//! `/api/account/close`: the owner wants the account no more.

use crate::{
    app::{
        accounts as steps,
        audit::Who,
        citizens::Citizen,
        codes::{self, Purpose, Target, Tried},
        locks, passcodes, sessions,
    },
    limits,
    problem::ApiError,
    state::App,
    web::{
        client::Source,
        once::{Mutation, Work},
    },
};
use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use eid_domain::{
    account::LockReason,
    dossier::Actor,
    field::FieldCode,
    problem::{Problem, ProblemCode},
    secret::OneTimeCode,
    wire::{
        devices::DeviceCodeSent,
        own_data::{AskToClose, CloseAccount},
    },
};
use eid_store::{Tx, accounts, codes as sent, own_data, sessions::SessionKind};

fn subject(app: &App, account_id: &str) -> String {
    app.keys.blind("close", &[account_id])
}

/// Begins: the passcode proves the owner, a code goes to the phone.
///
/// # Errors
/// `not_signed_in`, `invalid_fields`, `locked_out`, `too_many_requests`.
#[utoipa::path(post, path = "/api/account/close/code", tag = "account", security(("citizen" = [])),
    request_body = AskToClose, responses((status = 201, body = DeviceCodeSent), (status = 401, body = Problem),
    (status = 422, body = Problem), (status = 423, body = Problem), (status = 429, body = Problem)))]
pub async fn code(
    State(app): State<App>,
    source: Source,
    citizen: Citizen,
    Mutation { body, once }: Mutation<AskToClose>,
) -> Result<Response, ApiError> {
    let (account, now) = (&citizen.account, app.now());
    if body.passcode.trim().is_empty() {
        return Err(ApiError::field("passcode", FieldCode::Required));
    }
    passcodes::prove(&app, &source, account, &body.passcode, now).await?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let subject = subject(&app, &account.id);
    limits::spend(&mut tx, &app.config.limits.close_subject, &subject, now).await?;
    let target = Target {
        purpose: Purpose::Close,
        subject,
        phone: Some(account.phone.clone()),
        lang: body.lang,
        payload: citizen.session.hash.clone(),
    };
    let row = codes::send(&app, &mut tx, target, now).await?;
    let who = Who::Citizen(&account.id);
    steps::note(&app, &mut tx, account, "account.code_sent", who, now).await?;
    let told = DeviceCodeSent {
        expires_in_s: codes::expires_in(&row, now),
        resend_in_s: codes::resend_in(&row, now),
    };
    let answer = once.finish(tx, StatusCode::CREATED, &told).await;
    app.wake.notify_one();
    answer
}

/// Closes the account: nobody is signed in any more, and all that opens it goes, with copies and wishes; what the law keeps
/// stays. Its owner is told.
///
/// # Errors
/// `not_signed_in`, `invalid_fields`, `code_wrong` with the tries left, `code_expired`, `state_conflict` where the account is
/// not in use; `too_many_requests`.
#[utoipa::path(post, path = "/api/account/close", tag = "account", security(("citizen" = [])),
    request_body = CloseAccount, responses((status = 204), (status = 401, body = Problem), (status = 409, body = Problem),
    (status = 410, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn close(
    State(app): State<App>,
    source: Source,
    citizen: Result<Citizen, ApiError>,
    Mutation { body, once }: Mutation<CloseAccount>,
) -> Result<Response, ApiError> {
    let typed = OneTimeCode::parse(&body.code).map_err(|code| ApiError::field("code", code))?;
    let now = app.now();
    let gone = [(header::SET_COOKIE, sessions::clear(SessionKind::Citizen))];
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok((gone, answer).into_response()),
    };
    let citizen = citizen?;
    limits::spend(&mut tx, &app.config.limits.code_try_source, &source.0, now).await?;
    let subject = subject(&app, &citizen.account.id);
    let last = sent::last_of_subject(&mut tx, Purpose::Close.as_str(), &subject).await?;
    // Only the session that asked may go on: a code read out to somebody else closes nothing there.
    let mine = last.filter(|row| row.payload == citizen.session.hash);
    let row = mine.ok_or(ApiError::from(ProblemCode::CodeExpired))?;
    if let Tried::Refused(refusal) =
        codes::attempt(&app, &mut tx, Purpose::Close, &row.id, &typed, now).await?
    {
        return once.refuse(tx, refusal).await;
    }
    let tx = end(&app, tx, citizen).await?;
    let answer = once.finish_empty(tx).await?;
    app.wake.notify_one();
    Ok((gone, answer).into_response())
}

async fn end(app: &App, mut tx: Tx, citizen: Citizen) -> Result<Tx, ApiError> {
    let now = app.now();
    let mut account = citizen.account;
    let id = account.id.clone();
    let who = Who::Citizen(&id);
    steps::note(app, &mut tx, &account, "account.closed", who, now).await?;
    let later = now
        .saturating_add(jiff::SignedDuration::from_micros(1))
        .unwrap_or(now);
    let by = (Actor::Citizen, who);
    locks::lock(app, &mut tx, &mut account, LockReason::Closed, by, later).await?;
    account.password_hash = None;
    account.passcode_hash = None;
    // The message that was just queued has the number; nothing else needs it.
    account.phone = String::new();
    accounts::update(&mut tx, &mut account).await?;
    own_data::erase(&mut tx, &id, &account.personal_number).await?;
    Ok(tx)
}
