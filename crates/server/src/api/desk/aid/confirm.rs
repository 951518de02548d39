//! `POST /api/desk/aid`.

use super::{judge, rows};
use crate::{
    app::{aid::plan, staff::Staff},
    problem::ApiError,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::aid::{AidListView, ConfirmAidList},
};

/// The good rows of a list are taken over, in one transaction. The others stay as they are; the same list again changes
/// nothing.
///
/// # Errors
/// As the preview; `state_conflict` where something has changed since the preview: look again.
#[utoipa::path(post, path = "/api/desk/aid", tag = "desk", request_body = ConfirmAidList, security(("staff" = [])),
    responses((status = 201, body = AidListView), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`"), (status = 413, body = Problem),
    (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn confirm(
    State(app): State<App>,
    staff: Staff,
    Mutation { body, once }: Mutation<ConfirmAidList>,
) -> Result<Response, ApiError> {
    let rows = rows(&app, &staff, &body.csv)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let list = (body.csv.as_str(), rows);
    let planned = judge(&app, &mut tx, &staff, list, "aid.list_confirm", now).await?;
    if planned.view.seen != body.seen {
        return Err(ProblemCode::StateConflict.into());
    }
    plan::write(&app, &mut tx, &staff.office_id, planned.written, now).await?;
    once.finish(tx, StatusCode::CREATED, &planned.view).await
}
