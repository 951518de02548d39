//! `POST /api/session/passkey`.

use crate::{
    app::{
        accounts as steps,
        audit::Who,
        citizens, devices,
        passkeys::{self, Tried},
    },
    limits,
    notices::Kind,
    problem::ApiError,
    state::App,
    web::{client::Source, json::Json, once::Mutation},
};
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{AppendHeaders, IntoResponse, Response},
};
use eid_domain::{
    account::State as AccountState,
    problem::{Problem, ProblemCode},
    wire::{devices::SignedIn, passkeys::CeremonyDone},
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    sessions::{Proved, SessionKind},
};

/// Signs in whose passkey has answered; this device is the account's from now on. The answer is never kept for a repeat: it
/// sets cookies.
///
/// # Errors
/// `passkey_refused`: unknown, removed, and an answer to another question are one answer. `passkey_cloned`,
/// `journey_expired`, `locked_out`; `account_locked` where its owner cannot open it by themselves.
#[utoipa::path(post, path = "/api/session/passkey", tag = "account", request_body = CeremonyDone, responses(
    (status = 200, body = SignedIn),
    (status = 401, body = Problem, description = "`passkey_refused`, `passkey_cloned`"),
    (status = 410, body = Problem, description = "`journey_expired`"), (status = 423, body = Problem)))]
pub async fn finish(
    State(app): State<App>,
    source: Source,
    headers: HeaderMap,
    Mutation { body, .. }: Mutation<CeremonyDone>,
) -> Result<Response, ApiError> {
    let (kind, now) = (SessionKind::Citizen, app.now());
    let limit = &app.config.limits.sign_in_source;
    let mut tx = app.store.begin().await?;
    limits::begin_try(&mut tx, limit, &source.0, now).await?;
    let passkey = match passkeys::finish_sign_in(&app, &mut tx, kind, &body, now).await? {
        Tried::Right(passkey) => {
            limits::give_back(&mut tx, limit, &source.0, now).await?;
            passkey
        }
        Tried::Cloned(passkey) => {
            let account = owner(&mut tx, &passkey.subject_id).await?;
            let who = Who::System;
            steps::note(&app, &mut tx, &account, "account.passkey_cloned", who, now).await?;
            citizens::tell(&app, &mut tx, &account, Kind::PasskeyCloned, now).await?;
            tx.commit().await?;
            return Err(ProblemCode::PasskeyCloned.into());
        }
        Tried::Refused(refusal) => {
            tx.commit().await?;
            return Err(refusal);
        }
    };
    let account = owner(&mut tx, &passkey.subject_id).await?;
    let locked = steps::state_of(&account)? == AccountState::Locked;
    if locked && citizens::may_unlock(&account) {
        // As with the password: what its owner has locked is opened with a code and the passcode.
        let cookie = devices::begin(&app, &mut tx, &account.id, now).await?;
        tx.commit().await?;
        let answer = citizens::locked(&account);
        return Ok(([(header::SET_COOKIE, cookie)], Json(answer)).into_response());
    }
    if locked {
        let why = citizens::why_locked(&account, now);
        // What was used up stays used up.
        tx.commit().await?;
        return Err(why.into());
    }
    let set = citizens::begin(&app, &mut tx, &headers, &account, Proved::Passkey, now).await?;
    tx.commit().await?;
    let set = AppendHeaders(set.map(|cookie| (header::SET_COOKIE, cookie)));
    Ok((set, Json(citizens::done())).into_response())
}

async fn owner(tx: &mut Tx, account_id: &str) -> Result<Account, ApiError> {
    let account = accounts::lock(tx, account_id).await?;
    account.ok_or_else(|| ApiError::internal("passkey", &"its account is not there"))
}
