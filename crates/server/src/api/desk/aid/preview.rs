//! `POST /api/desk/aid/preview`.

use super::{judge, rows};
use crate::{
    app::staff::Staff,
    problem::ApiError,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::Problem,
    wire::aid::{AidList, AidListView},
};

/// What would become of a commune's list, row by row. Nothing of it is stored.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `too_many_requests`; `invalid_fields` where the list cannot be read at all: `csv`, or
/// `csv.` and a missing column.
#[utoipa::path(post, path = "/api/desk/aid/preview", tag = "desk", request_body = AidList, security(("staff" = [])),
    responses((status = 200, body = AidListView), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 413, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn preview(
    State(app): State<App>,
    staff: Staff,
    Mutation { body, once }: Mutation<AidList>,
) -> Result<Response, ApiError> {
    let rows = rows(&app, &staff, &body.csv)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let list = (body.csv.as_str(), rows);
    let planned = judge(&app, &mut tx, &staff, list, "aid.list_preview", now).await?;
    once.finish(tx, StatusCode::OK, &planned.view).await
}
