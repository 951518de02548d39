//! `GET /api/account/children`.

use crate::{
    app::{children, citizens::Citizen},
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::children::Children};

/// The children under 14 whom the owner of the account represents, as an office has recorded it.
///
/// # Errors
/// `not_signed_in`; `state_conflict` where the account is not of level 2, or not in use.
#[utoipa::path(get, path = "/api/account/children", tag = "account", security(("citizen" = [])), responses(
    (status = 200, body = Children), (status = 401, body = Problem), (status = 409, body = Problem)))]
pub async fn list(State(app): State<App>, citizen: Citizen) -> Result<Json<Children>, ApiError> {
    let mut tx = app.store.read().await?;
    Ok(Json(
        children::list(&app, &mut tx, &citizen.account, app.now()).await?,
    ))
}
