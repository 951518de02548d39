//! `POST /api/desk/stops/{id}/class-list/preview`.

use super::{check_open, note, rows};
use crate::{
    api::desk::stops::own,
    app::{class_list::plan, staff::Staff},
    limits,
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
    wire::class_list::{ClassList, ClassListView},
};

/// What would become of a school's list, row by row. Nothing of it is stored.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`, `too_many_requests`; `invalid_fields` where the list cannot be read at
/// all: `csv`, or `csv.` and a missing column; `state_conflict` where the stop is no school's, cancelled, today or over.
#[utoipa::path(post, path = "/api/desk/stops/{id}/class-list/preview", tag = "desk",
    params(("id" = String, Path)), request_body = ClassList, security(("staff" = [])), responses(
    (status = 200, body = ClassListView), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem, description = "`state_conflict`"),
    (status = 413, body = Problem), (status = 422, body = Problem)))]
pub async fn preview(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { body, once }: Mutation<ClassList>,
) -> Result<Response, ApiError> {
    let rows = rows(&app, &staff, &body.csv)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    limits::spend(&mut tx, &app.config.limits.class_list_staff, &staff.id, now).await?;
    let stop = own(&mut tx, &staff, &id).await?;
    check_open(&app, &stop)?;
    note(&app, &mut tx, &staff, "stop.list_preview", &stop, now).await?;
    let planned = plan::of(&app, &mut tx, &stop, rows, body.service, now).await?;
    once.finish(tx, StatusCode::OK, &planned.view()?).await
}
