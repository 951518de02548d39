//! `DELETE /api/holds/{id}`.

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

/// Gives a place back; also fine when it had lapsed.
///
/// # Errors
/// When the database is out of reach.
#[utoipa::path(delete, path = "/api/holds/{id}", tag = "booking", params(("id" = String, Path)),
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
    let hash = secret::digest(&id);
    let held = holds::get(&mut tx, &hash).await?;
    holds::release(&mut tx, &hash).await?;
    let answer = once.finish_empty(tx).await;
    if let Some(held) = held {
        app.days.forget(&held.office_id);
    }
    answer
}
