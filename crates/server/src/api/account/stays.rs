//! `/api/account/stays`: stay notices of who is signed in, and those about them.

use crate::{
    app::{
        aid::payout::need_active,
        citizens::Citizen,
        stays::{self, Filer, MOST, view},
    },
    problem::ApiError,
    state::App,
    web::{
        json::{Json, Nothing},
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::Problem,
    wire::stays::{CorrectStay, NewStay, StayNotice, StaysView, Where, WithdrawStay},
};
use eid_store::stays as stored;

/// What I have filed, and what others have filed about me.
///
/// # Errors
/// `not_signed_in`; `state_conflict` where the account is not of level 2, or not in use.
#[utoipa::path(get, path = "/api/account/stays", tag = "account", security(("citizen" = [])), responses(
    (status = 200, body = StaysView), (status = 401, body = Problem), (status = 409, body = Problem)))]
pub async fn list(State(app): State<App>, citizen: Citizen) -> Result<Json<StaysView>, ApiError> {
    need_active(&citizen.account)?;
    let mut tx = app.store.read().await?;
    let mine = stored::of_account(&mut tx, &citizen.account.id, MOST).await?;
    Ok(Json(StaysView {
        mine: view::notices(&mine, app.now())?,
        about_me: view::about(&mut tx, &citizen.account).await?,
    }))
}

/// Declares a guest. Late is said, never refused. Whether the guest has an account is not told.
///
/// # Errors
/// `not_signed_in`, `invalid_fields`, `too_many_requests`; `state_conflict` where the account is not of level 2, or not in use.
#[utoipa::path(post, path = "/api/account/stays", tag = "account", security(("citizen" = [])), request_body = NewStay,
    responses((status = 201, body = StayNotice), (status = 401, body = Problem), (status = 409, body = Problem),
    (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn file(
    State(app): State<App>,
    citizen: Citizen,
    Mutation { body, once }: Mutation<NewStay>,
) -> Result<Response, ApiError> {
    need_active(&citizen.account)?;
    let wanted = body.parse(Where::Typed, app.today())?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    stays::spend(&app, &mut tx, Filer::Account(&citizen.account), now).await?;
    let filed = stays::file(&app, &mut tx, Filer::Account(&citizen.account), wanted, now).await?;
    once.finish(tx, StatusCode::CREATED, &filed).await
}

/// Corrects name, birth date, reason or last day, until the guest has left.
///
/// # Errors
/// `not_signed_in`, `not_found`, `invalid_fields`, `too_many_requests`; `state_conflict` where it cannot be any more.
#[utoipa::path(put, path = "/api/account/stays/{id}", tag = "account", security(("citizen" = [])),
    request_body = CorrectStay, params(("id" = String, Path)), responses((status = 200, body = StayNotice),
    (status = 401, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
    (status = 422, body = Problem)))]
pub async fn correct(
    State(app): State<App>,
    citizen: Citizen,
    Path(id): Path<String>,
    Mutation { body, once }: Mutation<CorrectStay>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    stays::spend(&app, &mut tx, Filer::Account(&citizen.account), now).await?;
    let filer = Filer::Account(&citizen.account);
    let stands = stays::correct(&app, &mut tx, filer, (&id, &body), now).await?;
    once.finish(tx, StatusCode::OK, &stands).await
}

/// Withdraws it with a reason, until the guest has left.
///
/// # Errors
/// As correcting.
#[utoipa::path(post, path = "/api/account/stays/{id}/withdraw", tag = "account", security(("citizen" = [])),
    request_body = WithdrawStay, params(("id" = String, Path)), responses((status = 200, body = StayNotice),
    (status = 401, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
    (status = 422, body = Problem)))]
pub async fn withdraw(
    State(app): State<App>,
    citizen: Citizen,
    Path(id): Path<String>,
    Mutation { body, once }: Mutation<WithdrawStay>,
) -> Result<Response, ApiError> {
    let reason = body.parse().map_err(|code| ApiError::field("reason", code))?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    stays::spend(&app, &mut tx, Filer::Account(&citizen.account), now).await?;
    let filer = Filer::Account(&citizen.account);
    let gone = stays::withdraw(&app, &mut tx, filer, (&id, reason), now).await?;
    once.finish(tx, StatusCode::OK, &gone).await
}

/// "This was not me", about a notice that somebody else has filed: the police see it in their list. The account stays open.
///
/// # Errors
/// `not_signed_in`, `not_found`, `too_many_requests`.
#[utoipa::path(post, path = "/api/account/stays/{id}/not-me", tag = "account", security(("citizen" = [])),
    params(("id" = String, Path)), responses((status = 204), (status = 401, body = Problem),
    (status = 404, body = Problem)))]
pub async fn not_me(
    State(app): State<App>,
    citizen: Citizen,
    Path(id): Path<String>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    stays::spend(&app, &mut tx, Filer::Account(&citizen.account), now).await?;
    stays::dispute(&app, &mut tx, &citizen.account, &id, now).await?;
    once.finish_empty(tx).await
}
