//! `GET /api/desk/figures`.

use super::{FiguresQuery, view};
use crate::{
    app::staff::Staff,
    problem::ApiError,
    state::App,
    web::{json::Json, query::Query},
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::figures::FiguresView};

/// What was counted in some days, by office, residence and week; what waits now; targets; and what was reported before.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`.
#[utoipa::path(get, path = "/api/desk/figures", tag = "desk", params(FiguresQuery), security(("staff" = [])), responses(
    (status = 200, body = FiguresView), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 422, body = Problem)))]
pub async fn read(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<FiguresQuery>,
) -> Result<Json<FiguresView>, ApiError> {
    let asked = query.checked(&app, &staff)?;
    Ok(Json(view::of(&app, &staff, &asked).await?))
}
