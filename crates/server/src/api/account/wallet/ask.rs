//! `POST /api/account/wallet/{kind}`.

use crate::{
    app::{
        citizens::Citizen,
        wallet::{self, Shown},
    },
    limits,
    problem::ApiError,
    state::App,
    web::{
        json::Nothing,
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wallet::AskedBy,
    wire::wallet::WalletPaper,
};
use eid_store::wallet as stored;

/// Asks the agency that keeps it for a paper. One of a kind waits at a time.
///
/// # Errors
/// `not_signed_in`; `no_match` where there is no such kind, or it is not asked for here; `state_conflict` where the account is
/// not in use; `change_not_allowed` where it waits or is there already; `too_many_requests`.
#[utoipa::path(post, path = "/api/account/wallet/{kind}", tag = "account", params(("kind" = String, Path)),
    security(("citizen" = [])), responses((status = 201, body = WalletPaper), (status = 401, body = Problem),
    (status = 404, body = Problem, description = "`no_match`"), (status = 409, body = Problem),
    (status = 429, body = Problem)))]
pub async fn ask(
    State(app): State<App>,
    Path(kind): Path<String>,
    citizen: Citizen,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let (account, now) = (&citizen.account, app.now());
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let key = app.keys.blind("wallet", &[&account.id]);
    limits::spend(&mut tx, &app.config.limits.wallet_ask_subject, &key, now).await?;
    if !app.wallet.may_be_asked(&kind) {
        return Err(ProblemCode::NoMatch.into());
    }
    if !wallet::may_ask(account, now)? {
        return Err(ProblemCode::StateConflict.into());
    }
    if !wallet::ask(&app, &mut tx, account, (&kind, AskedBy::Owner), now).await? {
        return Err(ProblemCode::ChangeNotAllowed.into());
    }
    let paper = stored::of_kind(&mut tx, &account.id, &kind).await?;
    let paper = paper.ok_or(ProblemCode::NoMatch)?;
    let seen = wallet::view(&mut tx, account, &paper, Shown::Masked, now).await?;
    let answer = once.finish(tx, StatusCode::CREATED, &seen).await;
    app.wake.notify_one();
    answer
}
