//! `POST /api/household-holds/{id}/extend`.

use super::view;
use crate::{
    api::holds::view::longer,
    problem::ApiError,
    secret,
    state::App,
    web::{
        json::Nothing,
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    booking::HOLD_EXTENSIONS,
    problem::{Problem, ProblemCode},
    wire::household::HouseholdHold,
};
use eid_store::holds;

/// Ten minutes more for the whole family, at most twice.
///
/// # Errors
/// `hold_expired`, `hold_not_extendable`.
#[utoipa::path(post, path = "/api/household-holds/{id}/extend", tag = "household", params(("id" = String, Path)),
    responses((status = 200, body = HouseholdHold),
    (status = 409, body = Problem, description = "`hold_not_extendable`"),
    (status = 410, body = Problem, description = "`hold_expired`")))]
pub async fn extend(
    State(app): State<App>,
    Path(id): Path<String>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let household = secret::digest(&id);
    let places = holds::of_household(&mut tx, &household).await?;
    let held = places
        .first()
        .filter(|_| view::hold(id.clone(), &places, now).is_some());
    let until = longer(held, now)?;
    let longer = holds::extend_group(&mut tx, &household, now, until, HOLD_EXTENSIONS).await?;
    // Somebody else may have been there in this very moment; then nothing is kept of this.
    let whole = (longer.len() == places.len())
        .then(|| view::hold(id, &longer, now))
        .flatten();
    match whole {
        Some(hold) => once.finish(tx, StatusCode::OK, &hold).await,
        None => Err(ProblemCode::HoldExpired.into()),
    }
}
