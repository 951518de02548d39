//! `POST /api/account/wallet/{kind}/mismatch`.

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

/// The paper is right, the card is wrong: tells the office that made the card, which sends it on to who can put it right.
///
/// # Errors
/// `not_signed_in`; `no_match` where it was not asked for; `change_not_allowed` where it was not refused for what the card
/// says, or the office was told already.
#[utoipa::path(post, path = "/api/account/wallet/{kind}/mismatch", tag = "account", params(("kind" = String, Path)),
    security(("citizen" = [])), responses((status = 200, body = WalletPaper), (status = 401, body = Problem),
    (status = 404, body = Problem, description = "`no_match`"),
    (status = 409, body = Problem, description = "`change_not_allowed`")))]
pub async fn mismatch(
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
    let seen = owner::mismatch(&app, &mut tx, account, (&kind, by), now).await?;
    once.finish(tx, StatusCode::OK, &seen).await
}
