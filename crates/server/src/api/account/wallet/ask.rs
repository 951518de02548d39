//! `POST /api/account/wallet/{kind}`.

use crate::{
    app::{audit::Who, citizens::Citizen, wallet::owner},
    problem::ApiError,
    state::App,
    web::{
        json::Nothing,
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{problem::Problem, wire::wallet::WalletPaper};

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
    let by = Who::Citizen(&account.id);
    let seen = owner::ask(&app, &mut tx, account, (&kind, by), now).await?;
    let answer = once.finish(tx, StatusCode::CREATED, &seen).await;
    app.wake.notify_one();
    answer
}
