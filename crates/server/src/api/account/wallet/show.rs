//! `GET /api/account/wallet/{kind}`.

use crate::{
    app::{citizens::Citizen, wallet::owner},
    problem::ApiError,
    state::App,
    web::{json::Json, path::Path},
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::wallet::WalletPaper};

/// One's own paper with its whole number.
///
/// # Errors
/// `not_signed_in`; `no_match` where it was not asked for; `too_many_requests`.
#[utoipa::path(get, path = "/api/account/wallet/{kind}", tag = "account", params(("kind" = String, Path)),
    security(("citizen" = [])), responses((status = 200, body = WalletPaper), (status = 401, body = Problem),
    (status = 404, body = Problem, description = "`no_match`"), (status = 429, body = Problem)))]
pub async fn show(
    State(app): State<App>,
    Path(kind): Path<String>,
    citizen: Citizen,
) -> Result<Json<WalletPaper>, ApiError> {
    let mut tx = app.store.begin().await?;
    let shown = owner::show(&app, &mut tx, &citizen.account, &kind, app.now()).await?;
    tx.commit().await?;
    Ok(Json(shown))
}
