//! `GET /api/queue/{stream}/events`.

use crate::{
    app::queue::link,
    live::{self, Kind, Watch},
    problem::ApiError,
    state::App,
    web::{client::Source, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{problem::Problem, wire::queue::PlaceView};

/// The same as `GET /api/queue`, sent again whenever it has changed. What stands in the path opens nothing else: browsers
/// cannot send a header here, and the key itself belongs in no address.
///
/// # Errors
/// `no_match`, `too_many_requests`.
#[utoipa::path(get, path = "/api/queue/{stream}/events", tag = "queue", params(("stream" = String, Path)), responses(
    (status = 200, body = PlaceView, content_type = "text/event-stream"),
    (status = 404, body = Problem, description = "`no_match`"), (status = 429, body = Problem)))]
pub async fn events(
    State(app): State<App>,
    Path(stream): Path<String>,
    Source(source): Source,
) -> Result<Response, ApiError> {
    let ticket = link::open_stream(&app, &mut app.store.peek().await?, &stream, app.now()).await?;
    let watch = Watch {
        office_id: ticket.office_id,
        kind: Kind::Place(ticket.id),
        source,
        most: app.config.limits.live_source.most,
        session: None,
    };
    live::answer(&app, watch)
}
