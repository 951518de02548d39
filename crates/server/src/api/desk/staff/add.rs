//! `POST /api/desk/staff`.

use super::{known_office, note, spend};
use crate::{
    app::{
        ids,
        staff::{Right, Staff},
        staff_admin,
    },
    problem::ApiError,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    field::FieldCode,
    problem::Problem,
    wire::staff_admin::{NewStaff, StaffRow},
};
use eid_store::staff::{self, Staff as Row};

/// A new member of staff, with a first password that they change themselves.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`, `too_many_requests`.
#[utoipa::path(post, path = "/api/desk/staff", tag = "desk", security(("staff" = [])), request_body = NewStaff,
    responses((status = 201, body = StaffRow), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 422, body = Problem)))]
pub async fn add(
    State(app): State<App>,
    me: Staff,
    Mutation { body, once }: Mutation<NewStaff>,
) -> Result<Response, ApiError> {
    me.need(Right::Admit)?;
    let (username, name) = body.parse()?;
    known_office(&app, &body.office_id)?;
    let password_hash = app.passwords.hash(app.rng.as_ref(), &body.password).await?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    spend(&app, &mut tx, &me, now).await?;
    if staff::by_username(&mut tx, &username).await?.is_some() {
        return Err(ApiError::field("username", FieldCode::UsernameTaken));
    }
    let row = Row {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        username,
        name,
        role: body.role.as_str().to_owned(),
        office_id: body.office_id,
        password_hash,
        disabled: false,
        password_until: None,
    };
    staff::put(&mut tx, &row).await?;
    note(&app, &mut tx, &me, "staff.added", &row.id, now).await?;
    let view = staff_admin::view(&mut tx, row, body.role, &me.id).await?;
    once.finish(tx, StatusCode::CREATED, &view).await
}
