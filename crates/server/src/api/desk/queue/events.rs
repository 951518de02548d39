//! `GET /api/desk/queue/events`.

use crate::{
    app::staff::{Onlooker, Right},
    live::{self, Kind, Watch},
    problem::ApiError,
    state::App,
    web::client::Source,
};
use axum::{extract::State, response::Response};
use eid_domain::{problem::Problem, wire::queue::QueueView};

/// The line at the officer's office, sent again whenever it or anything else of the office's day has changed. The stream
/// ends with the session, and keeps none alive.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `too_many_requests`.
#[utoipa::path(get, path = "/api/desk/queue/events", tag = "queue", security(("staff" = [])), responses(
    (status = 200, body = QueueView, content_type = "text/event-stream"), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 429, body = Problem)))]
pub async fn events(
    State(app): State<App>,
    Onlooker(staff): Onlooker,
    Source(source): Source,
) -> Result<Response, ApiError> {
    staff.need(Right::Look)?;
    let watch = Watch {
        office_id: staff.office_id,
        kind: Kind::Desk,
        source: format!("desk {source}"),
        most: app.config.limits.live_desk_source.most,
        session: Some(staff.session_hash),
    };
    live::answer(&app, watch)
}
