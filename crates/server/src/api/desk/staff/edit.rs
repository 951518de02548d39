//! `PUT /api/desk/staff/{id}`.

use super::{known_office, note, other, spend};
use crate::{
    app::{
        staff::{Right, Staff},
        staff_admin,
    },
    problem::ApiError,
    state::App,
    web::{
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::Problem,
    wire::staff_admin::{EditStaff, StaffRow, parse_staff_name},
};
use eid_store::{
    sessions::{self, SessionKind},
    staff,
};

/// Another name, role or office. Whoever is signed in under this name is not any more: what they may do has changed.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`, `invalid_fields`, `too_many_requests`; `state_conflict` for oneself.
#[utoipa::path(put, path = "/api/desk/staff/{id}", tag = "desk", security(("staff" = [])), request_body = EditStaff,
    params(("id" = String, Path)), responses((status = 200, body = StaffRow), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
    (status = 422, body = Problem)))]
pub async fn edit(
    State(app): State<App>,
    me: Staff,
    Path(id): Path<String>,
    Mutation { body, once }: Mutation<EditStaff>,
) -> Result<Response, ApiError> {
    me.need(Right::Admit)?;
    let name = parse_staff_name(&body.name).map_err(|code| ApiError::field("name", code))?;
    known_office(&app, &body.office_id)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut row = other(&mut tx, &me, &id).await?;
    spend(&app, &mut tx, &me, now).await?;
    row.name = name;
    row.role = body.role.as_str().to_owned();
    row.office_id = body.office_id;
    staff::put(&mut tx, &row).await?;
    sessions::delete_of_subject(&mut tx, SessionKind::Staff, &row.id).await?;
    note(&app, &mut tx, &me, "staff.changed", &row.id, now).await?;
    let view = staff_admin::view(&mut tx, row, body.role, &me.id).await?;
    once.finish(tx, StatusCode::OK, &view).await
}
