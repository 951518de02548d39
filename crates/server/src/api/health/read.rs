//! `GET /api/health`.

use crate::{problem::ApiError, state::App, web::json::Json};
use axum::extract::State;
use serde::Serialize;

/// The server works and reaches its database.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Health {
    /// `ok`.
    pub status: &'static str,
}

/// Whether the server works and reaches its database.
///
/// # Errors
/// `unavailable`.
#[utoipa::path(get, path = "/api/health", tag = "health", responses((status = 200, body = Health)))]
pub async fn read(State(app): State<App>) -> Result<Json<Health>, ApiError> {
    app.store.ping().await?;
    Ok(Json(Health { status: "ok" }))
}
