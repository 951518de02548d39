//! `GET /api/queue`.

use crate::{
    app::{
        keys::AccessKey,
        queue::{line::Line, link, view},
    },
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::queue::PlaceView};

/// Where the holder of a ticket stands today. No such key and a ticket of another day are one answer.
///
/// # Errors
/// `no_match`.
#[utoipa::path(get, path = "/api/queue", tag = "queue", security(("access_key" = [])), responses(
    (status = 200, body = PlaceView), (status = 404, body = Problem, description = "`no_match`")))]
pub async fn read(State(app): State<App>, key: AccessKey) -> Result<Json<PlaceView>, ApiError> {
    let now = app.now();
    let mut tx = app.store.read().await?;
    let ticket = link::open(&mut tx, &key, now).await?;
    let line = Line::load(&app, &mut tx, &ticket.office_id, now).await?;
    let order = line.order();
    let stands = order.iter().enumerate().find(|(_, placed)| {
        let seen = line.seen.get(placed.index);
        seen.is_some_and(|seen| seen.ticket.id == ticket.id)
    });
    Ok(Json(view::place(&app, &line, &ticket, stands)))
}
