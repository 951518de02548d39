//! `GET /api/desk/queue`.

use crate::{
    app::{
        queue::{line::Line, view},
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::queue::QueueView};

/// The line of today at the officer's office.
///
/// # Errors
/// `not_signed_in`, `not_allowed`.
#[utoipa::path(get, path = "/api/desk/queue", tag = "queue", security(("staff" = [])), responses(
    (status = 200, body = QueueView), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn read(State(app): State<App>, staff: Staff) -> Result<Json<QueueView>, ApiError> {
    staff.need(Right::Look)?;
    let mut tx = app.store.read().await?;
    let line = Line::load(&app, &mut tx, &staff.office_id, app.now()).await?;
    Ok(Json(view::desk(&line)?))
}
