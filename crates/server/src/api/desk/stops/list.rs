//! `GET /api/desk/stops`.

use super::view;
use crate::{
    app::staff::{Right, Staff},
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::stops::StopsView};
use eid_store::stops;

/// The own office's stops from today on.
///
/// # Errors
/// `not_signed_in`, `not_allowed`.
#[utoipa::path(get, path = "/api/desk/stops", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = StopsView), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(State(app): State<App>, staff: Staff) -> Result<Json<StopsView>, ApiError> {
    staff.need(Right::Plan)?;
    let today = app.today();
    let mut tx = app.store.read().await?;
    let mut found = Vec::new();
    for row in stops::of_office(&mut tx, &staff.office_id, today).await? {
        found.push(view::of(&mut tx, &row).await?);
    }
    let own = app.catalog.office(&staff.office_id);
    Ok(Json(StopsView {
        today,
        commune_code: own.map(|own| own.commune_code.to_string()).unwrap_or_default(),
        stops: found,
    }))
}
