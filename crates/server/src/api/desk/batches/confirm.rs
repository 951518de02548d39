//! `POST /api/desk/batches/{id}/confirm`.

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
        path::Path,
    },
};
use axum::{extract::State as Shared, http::StatusCode, response::Response};
use eid_domain::{batch::State, problem::Problem, wire::batches::BatchView};

/// The good rows are taken over from now on; the others stay as they are.
///
/// # Errors
/// `not_found`, `not_allowed`; `state_conflict` where it is not checked, or was confirmed or put away.
#[utoipa::path(post, path = "/api/desk/batches/{id}/confirm", tag = "desk", params(("id" = String, Path)),
    security(("staff" = [])), responses((status = 200, body = BatchView), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn confirm(
    Shared(app): Shared<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    staff.need(Right::Receive)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut batch = batches::to_decide(&mut tx, &staff, &id).await?;
    State::Applying.as_str().clone_into(&mut batch.state);
    batch.confirmed_at = Some(now);
    batch.confirmed_by = Some(staff.id.clone());
    let view = batches::decided(&app, &mut tx, &staff, "batch.confirm", &batch, now).await?;
    let answer = once.finish(tx, StatusCode::OK, &view).await;
    app.wake.notify_one();
    answer
}
