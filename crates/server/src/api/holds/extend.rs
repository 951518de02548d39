//! `POST /api/holds/{id}/extend`.

use super::view;
use crate::{
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
    wire::holds::Hold,
};
use eid_store::holds::{self, Extended};

/// Ten minutes more, at most twice.
///
/// # Errors
/// `hold_expired`, `hold_not_extendable`.
#[utoipa::path(post, path = "/api/holds/{id}/extend", tag = "booking", params(("id" = String, Path)), responses(
    (status = 200, body = Hold), (status = 409, body = Problem, description = "`hold_not_extendable`"),
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
    let hash = secret::digest(&id);
    let held = holds::get(&mut tx, &hash).await?.filter(|held| held.is_held(now));
    let until = view::longer(held.as_ref(), now)?;
    match holds::extend(&mut tx, &hash, now, until, HOLD_EXTENSIONS).await? {
        Extended::Until(held) => once.finish(tx, StatusCode::OK, &view::hold(id, held, now)).await,
        Extended::NotHeld => Err(ProblemCode::HoldExpired.into()),
        Extended::NoneLeft(_) => Err(ProblemCode::HoldNotExtendable.into()),
    }
}
