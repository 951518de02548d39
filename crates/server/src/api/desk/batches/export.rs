//! `POST /api/desk/batches/export`.

use crate::{
    app::{
        batches,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::{
        json::Nothing,
        once::{Mutation, Work},
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{problem::Problem, wire::batches::BatchView};

/// Everything of the own office that waits for the ministry goes into one batch and is marked as sent.
///
/// # Errors
/// `state_conflict` where nothing waits.
#[utoipa::path(post, path = "/api/desk/batches/export", tag = "desk", security(("staff" = [])), responses(
    (status = 201, body = BatchView), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn export(
    State(app): State<App>,
    staff: Staff,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    staff.need(Right::Batches)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let batch = batches::export::all(&app, &mut tx, &staff, now).await?;
    let view = batches::seen(&mut tx, &batch).await?;
    let answer = once.finish(tx, StatusCode::CREATED, &view).await;
    app.live.changed(&staff.office_id);
    answer
}
