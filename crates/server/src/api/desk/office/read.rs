//! `GET /api/desk/office`.

use super::{OfficeQuery, stored, target, view};
use crate::{
    app::staff::Staff,
    problem::ApiError,
    state::App,
    web::{json::Json, query::Query},
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::office_admin::OfficeAdmin};

/// What an office decides about itself, as it is.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`.
#[utoipa::path(get, path = "/api/desk/office", tag = "desk", params(OfficeQuery), security(("staff" = [])), responses(
    (status = 200, body = OfficeAdmin), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 404, body = Problem)))]
pub async fn read(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<OfficeQuery>,
) -> Result<Json<OfficeAdmin>, ApiError> {
    let id = target(&app, &staff, query)?;
    let (office, version) = stored(&mut app.store.peek().await?, &id).await?;
    Ok(Json(view(&app, &office, version, app.now())))
}
