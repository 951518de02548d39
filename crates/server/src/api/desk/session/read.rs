//! `GET /api/desk/session`.

use crate::{
    app::{
        sessions::STAFF_IDLE_S,
        staff::{Newcomer, Staff, role_of},
    },
    problem::ApiError,
    web::json::Json,
};
use eid_domain::{problem::Problem, wire::desk::StaffView};

/// Who is signed in.
#[utoipa::path(get, path = "/api/desk/session", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = StaffView), (status = 401, body = Problem)))]
pub async fn read(Newcomer(staff): Newcomer) -> Json<StaffView> {
    Json(of(staff))
}

/// Who is signed in, as the client sees it.
#[must_use]
pub fn of(staff: Staff) -> StaffView {
    let Staff {
        name,
        role,
        office_id,
        must_change_password,
        ..
    } = staff;
    StaffView {
        name,
        role,
        office_id,
        idle_s: STAFF_IDLE_S,
        must_change_password,
    }
}

/// A stored member of staff as the client sees it.
///
/// # Errors
/// When the stored role is none of ours.
pub fn view_of(row: &eid_store::staff::Staff) -> Result<StaffView, ApiError> {
    Ok(StaffView {
        name: row.name.clone(),
        role: role_of(row)?,
        office_id: row.office_id.clone(),
        idle_s: STAFF_IDLE_S,
        must_change_password: row.password_until.is_some(),
    })
}
