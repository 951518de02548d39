//! `DELETE /api/account/wallet/{kind}`.

use crate::{
    app::{audit::Who, citizens::Citizen, wallet},
    problem::ApiError,
    state::App,
    web::{
        json::Nothing,
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, response::Response};
use eid_domain::problem::Problem;

/// Withdraws a request, or takes a paper out of the wallet: what it said is removed.
///
/// # Errors
/// `not_signed_in`; `no_match` where there is none.
#[utoipa::path(delete, path = "/api/account/wallet/{kind}", tag = "account", params(("kind" = String, Path)),
    security(("citizen" = [])), responses((status = 204), (status = 401, body = Problem),
    (status = 404, body = Problem, description = "`no_match`")))]
pub async fn remove(
    State(app): State<App>,
    Path(kind): Path<String>,
    citizen: Citizen,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let by = Who::Citizen(&citizen.account.id);
    wallet::remove(&app, &mut tx, &citizen.account, (&kind, by), now).await?;
    once.finish_empty(tx).await
}
