//! `POST /api/desk/tickets/{id}/close`.

use crate::{
    app::{mendings, staff::Staff},
    problem::ApiError,
    state::App,
    web::{
        json::Nothing,
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, response::Response};
use eid_domain::{mending::Stage, problem::Problem};

/// Nothing is left to be put right. Happens by itself when the person is back at the counter.
///
/// # Errors
/// `not_signed_in`, `not_allowed`; `no_match`: no such ticket, or another office's; `state_conflict`: closed already.
#[utoipa::path(post, path = "/api/desk/tickets/{id}/close", tag = "desk",
    params(("id" = String, Path)), security(("staff" = [])), responses(
    (status = 204), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn close(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut mending = mendings::find(&mut tx, &staff, &id).await?;
    mendings::advance(&app, &mut tx, &staff, &mut mending, Stage::Closed, now).await?;
    let answer = once.finish_empty(tx).await;
    app.live.changed(&mending.office_id);
    answer
}
