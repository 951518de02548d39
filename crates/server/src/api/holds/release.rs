//! `DELETE /api/holds/{id}`.

use crate::{
    problem::ApiError,
    secret,
    state::App,
    web::{
        json::Nothing,
        once::{Mutation, Once, Work},
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
    give_back(&app, once, &id).await
}

/// Gives back all that a token holds: one place, or a family's.
///
/// # Errors
/// When the database is out of reach.
pub async fn give_back(app: &App, once: Once, id: &str) -> Result<Response, ApiError> {
    let mut tx = match once.begin(app, app.now()).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let office = holds::release_all(&mut tx, &secret::digest(id)).await?;
    let answer = once.finish_empty(tx).await;
    if let Some(office) = office {
        app.days.forget(&office);
    }
    answer
}
