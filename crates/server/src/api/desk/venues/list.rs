//! `GET /api/desk/venues`.

use crate::{
    app::{
        staff::{Right, Staff},
        venues::row_of,
    },
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::venues::VenueList};
use eid_store::venues;

/// Every registered place, by name.
///
/// # Errors
/// `not_signed_in`, `not_allowed`.
#[utoipa::path(get, path = "/api/desk/venues", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = VenueList), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(State(app): State<App>, me: Staff) -> Result<Json<VenueList>, ApiError> {
    me.need(Right::Venues)?;
    let mut tx = app.store.read().await?;
    let found = venues::list(&mut tx).await?;
    let rows = found.into_iter().map(row_of).collect::<Result<_, _>>()?;
    Ok(Json(VenueList { venues: rows }))
}
