//! `GET /api/offices/{id}/hall/events`.

use crate::{
    live::{self, Kind, Watch},
    problem::ApiError,
    state::App,
    web::{client::Source, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{problem::Problem, wire::queue::HallView};

/// The same as `GET /api/offices/{id}/hall`, sent again whenever it has changed.
///
/// # Errors
/// `not_found`, `too_many_requests`.
#[utoipa::path(get, path = "/api/offices/{id}/hall/events", tag = "queue", params(("id" = String, Path)), responses(
    (status = 200, body = HallView, content_type = "text/event-stream"), (status = 404, body = Problem),
    (status = 429, body = Problem)))]
pub async fn events(
    State(app): State<App>,
    Path(id): Path<String>,
    Source(source): Source,
) -> Result<Response, ApiError> {
    let office = app.catalog.office_of_path(&id)?;
    let watch = Watch {
        office_id: office.id.as_str().to_owned(),
        kind: Kind::Hall,
        source,
        most: app.config.limits.live_source.most,
        session: None,
    };
    live::answer(&app, watch)
}
