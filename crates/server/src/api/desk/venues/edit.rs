//! `PUT /api/desk/venues/{id}`.

use super::{known, note, spend};
use crate::{
    app::{
        staff::{Right, Staff},
        stays::province_of,
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
    wire::venues::{VenueInput, VenueRow},
};
use eid_store::venues;

/// Another name, kind, address or phone. Notices that were filed keep the address they were filed with.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`, `invalid_fields`, `too_many_requests`.
#[utoipa::path(put, path = "/api/desk/venues/{id}", tag = "desk", security(("staff" = [])), request_body = VenueInput,
    params(("id" = String, Path)), responses((status = 200, body = VenueRow), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn edit(
    State(app): State<App>,
    me: Staff,
    Path(id): Path<String>,
    Mutation { body, once }: Mutation<VenueInput>,
) -> Result<Response, ApiError> {
    me.need(Right::Venues)?;
    let wanted = body.parse(false)?;
    let province_code = province_of(wanted.address.commune)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut row = known(&mut tx, &id).await?;
    spend(&app, &mut tx, &me, now).await?;
    row.kind = wanted.kind.as_str().to_owned();
    row.name = wanted.name;
    row.line = wanted.address.line;
    row.commune_code = wanted.address.commune.to_string();
    row.province_code = province_code;
    row.phone = wanted.phone.as_str().to_owned();
    venues::put(&mut tx, &row).await?;
    note(&app, &mut tx, (&me, "venue.change"), &row.id, now).await?;
    once.finish(tx, StatusCode::OK, &row_of(row)?).await
}
