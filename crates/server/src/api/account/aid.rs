//! `/api/account/aid`: social assistance of who is signed in.

use crate::{
    app::{aid::payout, citizens::Citizen, passcodes},
    limits,
    problem::ApiError,
    state::App,
    web::{
        client::Source,
        json::Json,
        once::{Mutation, Work},
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    field::FieldCode,
    problem::Problem,
    wire::aid::{AidView, LinkPayout, RemovePayout},
};
use eid_store::{Tx, accounts::Account};
use jiff::Timestamp;

/// The lists one is on today, the linked account, and what can be linked.
///
/// # Errors
/// `not_signed_in`; `state_conflict` where the account is not of level 2, or not in use.
#[utoipa::path(get, path = "/api/account/aid", tag = "account", security(("citizen" = [])), responses(
    (status = 200, body = AidView), (status = 401, body = Problem), (status = 409, body = Problem)))]
pub async fn read(State(app): State<App>, citizen: Citizen) -> Result<Json<AidView>, ApiError> {
    payout::need_active(&citizen.account)?;
    let mut tx = app.store.read().await?;
    Ok(Json(payout::view(&mut tx, &citizen.account, app.now()).await?))
}

/// Links an account at a bank or wallet that is in the person's own name, in the place of the one until now. The passcode
/// proves it, and the owner is told by message.
///
/// # Errors
/// `not_signed_in`, `invalid_fields`, `locked_out`: five wrong passcodes lock until midnight; `too_many_requests`;
/// `state_conflict` where the account is not of level 2, or not in use.
#[utoipa::path(put, path = "/api/account/aid/payout", tag = "account", security(("citizen" = [])),
    request_body = LinkPayout, responses((status = 200, body = AidView), (status = 401, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem), (status = 423, body = Problem),
    (status = 429, body = Problem)))]
pub async fn link(
    State(app): State<App>,
    source: Source,
    citizen: Citizen,
    Mutation { body, once }: Mutation<LinkPayout>,
) -> Result<Response, ApiError> {
    let (account, now) = (&citizen.account, app.now());
    payout::need_active(account)?;
    let providers = payout::providers(now)?;
    let (provider, number) = body.parse(&providers, &payout::holder(account)?)?;
    passcodes::prove(&app, &source, account, &body.passcode, now).await?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    spend(&app, &mut tx, account, now).await?;
    payout::link(&app, &mut tx, account, (provider, &number), now).await?;
    let seen = payout::view(&mut tx, account, now).await?;
    once.finish(tx, StatusCode::OK, &seen).await
}

/// Links none any more. The passcode proves it, and the owner is told by message.
///
/// # Errors
/// As linking; `state_conflict` also where none is linked.
#[utoipa::path(post, path = "/api/account/aid/payout/remove", tag = "account", security(("citizen" = [])),
    request_body = RemovePayout, responses((status = 200, body = AidView), (status = 401, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem), (status = 423, body = Problem),
    (status = 429, body = Problem)))]
pub async fn remove(
    State(app): State<App>,
    source: Source,
    citizen: Citizen,
    Mutation { body, once }: Mutation<RemovePayout>,
) -> Result<Response, ApiError> {
    let (account, now) = (&citizen.account, app.now());
    payout::need_active(account)?;
    if body.passcode.trim().is_empty() {
        return Err(ApiError::field("passcode", FieldCode::Required));
    }
    passcodes::prove(&app, &source, account, &body.passcode, now).await?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    spend(&app, &mut tx, account, now).await?;
    payout::remove(&app, &mut tx, account, now).await?;
    let seen = payout::view(&mut tx, account, now).await?;
    once.finish(tx, StatusCode::OK, &seen).await
}

async fn spend(app: &App, tx: &mut Tx, account: &Account, now: Timestamp) -> Result<(), ApiError> {
    let subject = app.keys.blind("payout", &[&account.id]);
    limits::spend(tx, &app.config.limits.payout_subject, &subject, now).await
}
