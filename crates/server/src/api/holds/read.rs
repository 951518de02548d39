//! `GET /api/holds/{id}`.

use super::view;
use crate::{
    problem::ApiError,
    secret,
    state::App,
    web::{json::Json, path::Path},
};
use axum::extract::State;
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::holds::Hold,
};
use eid_store::holds;

/// A hold, while it lasts.
///
/// # Errors
/// `hold_expired`, also for an id that never was.
#[utoipa::path(get, path = "/api/holds/{id}", tag = "booking", params(("id" = String, Path)), responses(
    (status = 200, body = Hold), (status = 410, body = Problem, description = "`hold_expired`")))]
pub async fn read(State(app): State<App>, Path(id): Path<String>) -> Result<Json<Hold>, ApiError> {
    let now = app.now();
    let found = holds::get(&mut app.store.peek().await?, &secret::digest(&id)).await?;
    let held = found
        .filter(|held| held.is_held(now))
        .ok_or(ApiError::from(ProblemCode::HoldExpired))?;
    Ok(Json(view::hold(id, held, now)))
}
