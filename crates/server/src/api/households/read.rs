//! `GET /api/household-holds/{id}`.

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
    wire::household::HouseholdHold,
};
use eid_store::holds;

/// A family's hold, while it lasts.
///
/// # Errors
/// `hold_expired`, also for an id that never was.
#[utoipa::path(get, path = "/api/household-holds/{id}", tag = "household", params(("id" = String, Path)), responses(
    (status = 200, body = HouseholdHold), (status = 410, body = Problem, description = "`hold_expired`")))]
pub async fn read(State(app): State<App>, Path(id): Path<String>) -> Result<Json<HouseholdHold>, ApiError> {
    let places = holds::of_household(&mut app.store.peek().await?, &secret::digest(&id)).await?;
    let hold = view::hold(id, &places, app.now());
    hold.map(Json).ok_or(ProblemCode::HoldExpired.into())
}
