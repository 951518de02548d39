//! `POST /api/desk/venues`.

use super::{note, spend};
use crate::{
    app::{
        ids,
        staff::{Right, Staff},
        stays::province_of,
        venues::row_of,
    },
    problem::ApiError,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    field::FieldCode,
    problem::Problem,
    wire::venues::{VenueInput, VenueRow},
};
use eid_store::{
    Constraint, StoreError,
    venues::{self, Venue},
};

/// Registers a place. Nothing opens it yet: a one-time password is given next.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`, `too_many_requests`.
#[utoipa::path(post, path = "/api/desk/venues", tag = "desk", security(("staff" = [])), request_body = VenueInput,
    responses((status = 201, body = VenueRow), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 422, body = Problem)))]
pub async fn add(
    State(app): State<App>,
    me: Staff,
    Mutation { body, once }: Mutation<VenueInput>,
) -> Result<Response, ApiError> {
    me.need(Right::Venues)?;
    let wanted = body.parse(true)?;
    let province_code = province_of(wanted.address.commune)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    spend(&app, &mut tx, &me, now).await?;
    let taken = || ApiError::field("username", FieldCode::UsernameTaken);
    if venues::by_username(&mut tx, &wanted.username).await?.is_some() {
        return Err(taken());
    }
    let row = Venue {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        kind: wanted.kind.as_str().to_owned(),
        name: wanted.name,
        line: wanted.address.line,
        commune_code: wanted.address.commune.to_string(),
        province_code,
        phone: wanted.phone.as_str().to_owned(),
        username: wanted.username,
        password_hash: None,
        password_until: None,
        disabled: false,
    };
    // Another administrator may have been faster.
    venues::put(&mut tx, &row).await.map_err(|error: StoreError| {
        if error.constraint() == Some(Constraint::VenueUsernameUnique) {
            taken()
        } else {
            error.into()
        }
    })?;
    note(&app, &mut tx, (&me, "venue.add"), &row.id, now).await?;
    once.finish(tx, StatusCode::CREATED, &row_of(row)?).await
}
