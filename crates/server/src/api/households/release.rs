//! `DELETE /api/household-holds/{id}`.

use crate::{
    api::holds::release::give_back,
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};

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
    give_back(&app, once, &id).await
}
