//! `GET /api/offices/{id}/hall`.

use crate::{
    app::queue::{line::Line, view},
    live::Kind,
    problem::ApiError,
    state::App,
    web::{
        json::{self, Json},
        path::Path,
    },
};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use eid_domain::{problem::Problem, wire::queue::HallView};

/// Numbers and stations of today. Anybody may see them: they hang in the hall.
///
/// # Errors
/// `not_found`.
#[utoipa::path(get, path = "/api/offices/{id}/hall", tag = "queue", params(("id" = String, Path)), responses(
    (status = 200, body = HallView), (status = 404, body = Problem)))]
pub async fn read(State(app): State<App>, Path(id): Path<String>) -> Result<Response, ApiError> {
    let office = app.catalog.office_of_path(&id)?;
    // Where somebody looks already, the picture is there: asking again and again costs nothing.
    let latest = app.live.latest(office.id.as_str());
    if let Some(json) = latest.as_ref().and_then(|latest| latest.of(&Kind::Hall)) {
        return Ok(json::bytes(StatusCode::OK, json.clone()));
    }
    let mut tx = app.store.read().await?;
    let line = Line::load(&app, &mut tx, office.id.as_str(), app.now()).await?;
    Ok(Json(view::hall(&line)).into_response())
}
