//! `GET /api/account/wallet`.

use crate::{
    app::{
        citizens::Citizen,
        wallet::{self, Shown},
    },
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::wallet::Wallet};
use eid_store::wallet as stored;

/// The papers that were asked for, numbers masked, the latest change first.
///
/// # Errors
/// `not_signed_in`.
#[utoipa::path(get, path = "/api/account/wallet", tag = "account", security(("citizen" = [])), responses(
    (status = 200, body = Wallet), (status = 401, body = Problem)))]
pub async fn list(State(app): State<App>, citizen: Citizen) -> Result<Json<Wallet>, ApiError> {
    let (account, now) = (&citizen.account, app.now());
    let mut tx = app.store.read().await?;
    let mut papers = Vec::new();
    for paper in stored::of_account(&mut tx, &account.id).await? {
        papers.push(wallet::view(&mut tx, account, &paper, Shown::Masked, now).await?);
    }
    let may_ask = wallet::may_ask(account, now)?;
    Ok(Json(Wallet { may_ask, papers }))
}
