//! `DELETE /api/household-holds/{id}`.

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
use axum::{extract::State, response::Response};
use eid_store::holds;

/// Gives all places of a family's hold back; also fine when it had lapsed.
///
/// # Errors
/// When the database is out of reach.
#[utoipa::path(delete, path = "/api/household-holds/{id}", tag = "household", params(("id" = String, Path)),
    responses((status = 204)))]
pub async fn release(
    State(app): State<App>,
    Path(id): Path<String>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let mut tx = match once.begin(&app, app.now()).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let household = secret::digest(&id);
    let places = holds::of_household(&mut tx, &household).await?;
    holds::release_group(&mut tx, &household).await?;
    let answer = once.finish_empty(tx).await;
    if let Some(place) = places.first() {
        app.days.forget(&place.office_id);
    }
    answer
}
