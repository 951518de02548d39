//! `GET /api/desk/aid`.

use crate::{
    app::{
        aid::outreach,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::aid::AidPeopleView};

/// People on the own office's lists to whom something is still missing, masked, with the last message to each and what
/// became of that.
///
/// # Errors
/// `not_signed_in`, `not_allowed`.
#[utoipa::path(get, path = "/api/desk/aid", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = AidPeopleView), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(State(app): State<App>, staff: Staff) -> Result<Json<AidPeopleView>, ApiError> {
    staff.need(Right::Aid)?;
    let mut tx = app.store.read().await?;
    Ok(Json(outreach::view(&mut tx, &staff.office_id, app.now()).await?))
}
