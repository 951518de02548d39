//! `/api/account/children/{id}/wallet`: papers of other agencies in a child's account, asked for by who represents the child.
//! Everywhere: `not_signed_in`; `no_match` for another's child and for none; `state_conflict` without consent, at level 1, or
//! where an account is not in use.

use crate::{
    app::{
        accounts as steps,
        audit::Who,
        children,
        citizens::Citizen,
        wallet::{self, owner},
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
    wire::wallet::{Wallet, WalletPaper},
};

/// What was asked for, numbers masked, the latest change first.
///
/// # Errors
/// See the module.
#[utoipa::path(get, path = "/api/account/children/{id}/wallet", tag = "account", params(("id" = String, Path)),
    security(("citizen" = [])), responses((status = 200, body = Wallet), (status = 401, body = Problem),
    (status = 404, body = Problem, description = "`no_match`"), (status = 409, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Path(id): Path<String>,
    citizen: Citizen,
) -> Result<Json<Wallet>, ApiError> {
    let now = app.now();
    let mut tx = app.store.read().await?;
    let child = children::level_2_of(&app, &mut tx, &citizen.account, &id, now).await?;
    let wallet = owner::list(&mut tx, &child, now).await?;
    Ok(Json(Wallet {
        child: Some(child.full_name),
        ..wallet
    }))
}

/// Asks the agency that keeps it for a paper. One of a kind waits at a time.
///
/// # Errors
/// See the module; `no_match` also where there is no such kind; `change_not_allowed` where it waits or is there already;
/// `too_many_requests`.
#[utoipa::path(post, path = "/api/account/children/{id}/wallet/{kind}", tag = "account",
    params(("id" = String, Path), ("kind" = String, Path)), security(("citizen" = [])), responses(
    (status = 201, body = WalletPaper), (status = 401, body = Problem),
    (status = 404, body = Problem, description = "`no_match`"), (status = 409, body = Problem),
    (status = 429, body = Problem)))]
pub async fn ask(
    State(app): State<App>,
    Path((id, kind)): Path<(String, String)>,
    citizen: Citizen,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let (holder, now) = (&citizen.account, app.now());
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let child = children::level_2_of(&app, &mut tx, holder, &id, now).await?;
    let by = Who::Citizen(&holder.id);
    let seen = owner::ask(&app, &mut tx, &child, (&kind, by), now).await?;
    let answer = once.finish(tx, StatusCode::CREATED, &seen).await;
    app.wake.notify_one();
    answer
}

/// A child's paper with its whole number. Each look is in the audit of the child's account.
///
/// # Errors
/// See the module; `no_match` also where it was not asked for; `too_many_requests`.
#[utoipa::path(get, path = "/api/account/children/{id}/wallet/{kind}", tag = "account",
    params(("id" = String, Path), ("kind" = String, Path)), security(("citizen" = [])), responses(
    (status = 200, body = WalletPaper), (status = 401, body = Problem),
    (status = 404, body = Problem, description = "`no_match`"), (status = 409, body = Problem),
    (status = 429, body = Problem)))]
pub async fn show(
    State(app): State<App>,
    Path((id, kind)): Path<(String, String)>,
    citizen: Citizen,
) -> Result<Json<WalletPaper>, ApiError> {
    let now = app.now();
    let mut tx = app.store.begin().await?;
    let child = children::level_2_of(&app, &mut tx, &citizen.account, &id, now).await?;
    let shown = owner::show(&app, &mut tx, &child, &kind, now).await?;
    let by = Who::Citizen(&citizen.account.id);
    steps::note(&app, &mut tx, &child, "account.child_seen", by, now).await?;
    tx.commit().await?;
    Ok(Json(shown))
}

/// Withdraws a request, or takes a paper out of the child's wallet: what it said is removed.
///
/// # Errors
/// See the module; `no_match` also where there is none.
#[utoipa::path(delete, path = "/api/account/children/{id}/wallet/{kind}", tag = "account",
    params(("id" = String, Path), ("kind" = String, Path)), security(("citizen" = [])), responses((status = 204),
    (status = 401, body = Problem), (status = 404, body = Problem, description = "`no_match`"),
    (status = 409, body = Problem)))]
pub async fn remove(
    State(app): State<App>,
    Path((id, kind)): Path<(String, String)>,
    citizen: Citizen,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let child = children::level_2_of(&app, &mut tx, &citizen.account, &id, now).await?;
    let by = Who::Citizen(&citizen.account.id);
    wallet::remove(&app, &mut tx, &child, (&kind, by), now).await?;
    once.finish_empty(tx).await
}

/// The paper is right, the card is wrong: tells the office that made the child's card.
///
/// # Errors
/// See the module; `no_match` also where it was not asked for; `change_not_allowed` where it was not refused for what the card
/// says, or the office was told already.
#[utoipa::path(post, path = "/api/account/children/{id}/wallet/{kind}/mismatch", tag = "account",
    params(("id" = String, Path), ("kind" = String, Path)), security(("citizen" = [])), responses(
    (status = 200, body = WalletPaper), (status = 401, body = Problem),
    (status = 404, body = Problem, description = "`no_match`"), (status = 409, body = Problem)))]
pub async fn mismatch(
    State(app): State<App>,
    Path((id, kind)): Path<(String, String)>,
    citizen: Citizen,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let (holder, now) = (&citizen.account, app.now());
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let child = children::level_2_of(&app, &mut tx, holder, &id, now).await?;
    let by = Who::Citizen(&holder.id);
    let seen = owner::mismatch(&app, &mut tx, &child, (&kind, by), now).await?;
    once.finish(tx, StatusCode::OK, &seen).await
}
