//! `GET /api/account/wallet`.

use crate::{
    app::{citizens::Citizen, wallet::owner},
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::wallet::Wallet};

/// The papers that were asked for, numbers masked, the latest change first.
///
/// # Errors
/// `not_signed_in`.
#[utoipa::path(get, path = "/api/account/wallet", tag = "account", security(("citizen" = [])), responses(
    (status = 200, body = Wallet), (status = 401, body = Problem)))]
pub async fn list(State(app): State<App>, citizen: Citizen) -> Result<Json<Wallet>, ApiError> {
    let mut tx = app.store.read().await?;
    Ok(Json(owner::list(&mut tx, &citizen.account, app.now()).await?))
}
