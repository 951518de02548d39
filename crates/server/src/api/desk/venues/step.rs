//! `POST /api/desk/venues/{id}/step`.

use super::{known, note, spend};
use crate::{
    app::{
        staff::{Right, Staff},
        venues::row_of,
    },
    problem::ApiError,
    state::App,
    web::{
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::Problem,
    wire::venues::{VenueRow, VenueStep},
};
use eid_store::venues;

/// May sign in no more, or again. Whoever is signed in for it is not any more.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`, `too_many_requests`.
#[utoipa::path(post, path = "/api/desk/venues/{id}/step", tag = "desk", security(("staff" = [])),
    request_body = VenueStep, params(("id" = String, Path)), responses((status = 200, body = VenueRow),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn step(
    State(app): State<App>,
    me: Staff,
    Path(id): Path<String>,
    Mutation { body, once }: Mutation<VenueStep>,
) -> Result<Response, ApiError> {
    me.need(Right::Venues)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut row = known(&mut tx, &id).await?;
    spend(&app, &mut tx, &me, now).await?;
    row.disabled = body.disabled;
    venues::put(&mut tx, &row).await?;
    venues::end_sessions(&mut tx, &row.id, "").await?;
    let action = if body.disabled {
        "venue.disable"
    } else {
        "venue.enable"
    };
    note(&app, &mut tx, (&me, action), &row.id, now).await?;
    once.finish(tx, StatusCode::OK, &row_of(row)?).await
}
