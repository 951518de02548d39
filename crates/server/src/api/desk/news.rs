//! `GET /api/desk/dossiers/{reference}/events`, `…/cards/events`, `…/tickets/events`: that a page of the desk is out of date.

use crate::{
    app::{
        desk,
        staff::{Onlooker, Right, Staff},
    },
    live::{self, EVERYWHERE, Kind, Watch},
    problem::ApiError,
    state::App,
    web::{client::Source, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{problem::Problem, wire::queue::DeskNews};
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(dossier))
        .routes(routes!(cards))
        .routes(routes!(tickets))
}

/// Something has happened at the office of a dossier that this member of staff may see; the help desk sees those of every office.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `no_match`, `too_many_requests`.
#[utoipa::path(get, path = "/api/desk/dossiers/{reference}/events", tag = "desk", params(("reference" = String, Path)),
    security(("staff" = [])), responses((status = 200, body = DeskNews, content_type = "text/event-stream"),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 429, body = Problem)))]
pub async fn dossier(
    State(app): State<App>,
    Onlooker(staff): Onlooker,
    Source(source): Source,
    Path(reference): Path<String>,
) -> Result<Response, ApiError> {
    staff.need(Right::Look)?;
    let mut tx = app.store.read().await?;
    let office = desk::find(&mut tx, &staff, &reference).await?.office_id;
    drop(tx);
    answer(&app, staff, &source, office)
}

/// Something has happened at the officer's office, whose cards the page shows.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `too_many_requests`.
#[utoipa::path(get, path = "/api/desk/cards/events", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = DeskNews, content_type = "text/event-stream"), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 429, body = Problem)))]
pub async fn cards(
    State(app): State<App>,
    Onlooker(staff): Onlooker,
    Source(source): Source,
) -> Result<Response, ApiError> {
    staff.need(Right::Look)?;
    let office = staff.office_id.clone();
    answer(&app, staff, &source, office)
}

/// Something was asked or answered, at the own office; for the help desk at any.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `too_many_requests`.
#[utoipa::path(get, path = "/api/desk/tickets/events", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = DeskNews, content_type = "text/event-stream"), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 429, body = Problem)))]
pub async fn tickets(
    State(app): State<App>,
    Onlooker(staff): Onlooker,
    Source(source): Source,
) -> Result<Response, ApiError> {
    staff.need(Right::Answer)?;
    let office = if staff.is_everywhere() {
        EVERYWHERE.to_owned()
    } else {
        staff.office_id.clone()
    };
    answer(&app, staff, &source, office)
}

fn answer(app: &App, staff: Staff, source: &str, office_id: String) -> Result<Response, ApiError> {
    let watch = Watch {
        office_id,
        kind: Kind::News,
        source: format!("desk {source}"),
        most: app.config.limits.live_desk_source.most,
        session: Some(staff.session_hash),
    };
    live::answer(app, watch)
}
