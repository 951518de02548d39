//! `GET /api/desk/staff`.

use crate::{
    app::{
        staff::{Right, Staff, role_of},
        staff_admin,
    },
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::staff_admin::StaffList};
use eid_store::staff;

/// Everybody who may sign in at the desk, or might.
///
/// # Errors
/// `not_signed_in`, `not_allowed`.
#[utoipa::path(get, path = "/api/desk/staff", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = StaffList), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(State(app): State<App>, me: Staff) -> Result<Json<StaffList>, ApiError> {
    me.need(Right::Admit)?;
    let mut tx = app.store.read().await?;
    let mut rows = Vec::new();
    for row in staff::list(&mut tx).await? {
        let role = role_of(&row)?;
        rows.push(staff_admin::view(&mut tx, row, role, &me.id).await?);
    }
    Ok(Json(StaffList { staff: rows }))
}
