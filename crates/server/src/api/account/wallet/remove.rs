//! `DELETE /api/account/wallet/{kind}`.

use crate::{
    app::{citizens::Citizen, wallet},
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation, path::Path},
};
use axum::{extract::State, http::StatusCode};
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
    _: Mutation<Nothing>,
) -> Result<StatusCode, ApiError> {
    let mut tx = app.store.begin().await?;
    wallet::remove(&app, &mut tx, &citizen.account, &kind, app.now()).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
