//! `GET /api/home-visits/{reference}`.

use super::{open, view};
use crate::{
    app::keys::AccessKey,
    problem::ApiError,
    state::App,
    web::{json::Json, path::Path},
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::home_visits::HomeVisitView};

/// Where a wish for a visit at home stands.
///
/// # Errors
/// `no_match`.
#[utoipa::path(get, path = "/api/home-visits/{reference}", tag = "home-visits",
    params(("reference" = String, Path)), security(("access_key" = [])), responses(
    (status = 200, body = HomeVisitView), (status = 404, body = Problem, description = "`no_match`")))]
pub async fn read(
    State(app): State<App>,
    Path(reference): Path<String>,
    key: AccessKey,
) -> Result<Json<HomeVisitView>, ApiError> {
    let mut tx = app.store.read().await?;
    let wish = open(&mut tx, &reference, &key).await?;
    Ok(Json(view(&app, &mut tx, &wish).await?))
}
