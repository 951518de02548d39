//! `GET /api/desk/batches/{id}`.

use crate::{
    app::{
        batches,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::{json::Json, path::Path},
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::batches::BatchView};

/// A batch, and how far the work on it is.
///
/// # Errors
/// `not_found`, `not_allowed`.
#[utoipa::path(get, path = "/api/desk/batches/{id}", tag = "desk", params(("id" = String, Path)),
    security(("staff" = [])), responses((status = 200, body = BatchView), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn read(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Json<BatchView>, ApiError> {
    staff.need(Right::Receive)?;
    let mut tx = app.store.read().await?;
    let batch = batches::own(&mut tx, &staff, &id).await?;
    Ok(Json(batches::seen(&mut tx, &batch).await?))
}
