//! `/api/venue/stays`: stay notices of a lodging or an apartment block, at its own address.

use super::checks::DayQuery;
use crate::{
    app::{
        stays::{self, Filer, MOST, view},
        venues::Venue,
    },
    problem::ApiError,
    state::App,
    web::{
        json::Json,
        once::{Mutation, Work},
        path::Path,
        query::Query,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::Problem,
    wire::stays::{CorrectStay, NewStay, StayNotice, StayNotices, Where, WithdrawStay},
};
use eid_store::stays as stored;

/// The notices of guests whose first day it is.
///
/// # Errors
/// `not_signed_in`, `password_change_needed`, `invalid_fields`.
#[utoipa::path(get, path = "/api/venue/stays", tag = "venue", params(DayQuery), security(("venue" = [])), responses(
    (status = 200, body = StayNotices), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    venue: Venue,
    Query(query): Query<DayQuery>,
) -> Result<Json<StayNotices>, ApiError> {
    let day = query.day.unwrap_or_else(|| app.today());
    let mut tx = app.store.read().await?;
    let found = stored::of_venue(&mut tx, &venue.row.id, day, MOST).await?;
    Ok(Json(view::notices(&found, app.now())?))
}

/// Declares a guest at the place's own address. Late is said, never refused.
///
/// # Errors
/// `not_signed_in`, `password_change_needed`, `invalid_fields`, `too_many_requests`.
#[utoipa::path(post, path = "/api/venue/stays", tag = "venue", security(("venue" = [])), request_body = NewStay,
    responses((status = 201, body = StayNotice), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn file(
    State(app): State<App>,
    venue: Venue,
    Mutation { body, once }: Mutation<NewStay>,
) -> Result<Response, ApiError> {
    let wanted = body.parse(Where::Known, app.today())?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    stays::spend(&app, &mut tx, Filer::Venue(&venue.row), now).await?;
    let filed = stays::file(&app, &mut tx, Filer::Venue(&venue.row), wanted, now).await?;
    once.finish(tx, StatusCode::CREATED, &filed).await
}

/// Corrects name, birth date, reason or last day, until the guest has left.
///
/// # Errors
/// `not_signed_in`, `not_found`, `invalid_fields`, `too_many_requests`; `state_conflict` where it cannot be any more.
#[utoipa::path(put, path = "/api/venue/stays/{id}", tag = "venue", security(("venue" = [])),
    request_body = CorrectStay, params(("id" = String, Path)), responses((status = 200, body = StayNotice),
    (status = 401, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
    (status = 422, body = Problem)))]
pub async fn correct(
    State(app): State<App>,
    venue: Venue,
    Path(id): Path<String>,
    Mutation { body, once }: Mutation<CorrectStay>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    stays::spend(&app, &mut tx, Filer::Venue(&venue.row), now).await?;
    let stands = stays::correct(&app, &mut tx, Filer::Venue(&venue.row), (&id, &body), now).await?;
    once.finish(tx, StatusCode::OK, &stands).await
}

/// Withdraws it with a reason, until the guest has left.
///
/// # Errors
/// As correcting.
#[utoipa::path(post, path = "/api/venue/stays/{id}/withdraw", tag = "venue", security(("venue" = [])),
    request_body = WithdrawStay, params(("id" = String, Path)), responses((status = 200, body = StayNotice),
    (status = 401, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
    (status = 422, body = Problem)))]
pub async fn withdraw(
    State(app): State<App>,
    venue: Venue,
    Path(id): Path<String>,
    Mutation { body, once }: Mutation<WithdrawStay>,
) -> Result<Response, ApiError> {
    let reason = body.parse().map_err(|code| ApiError::field("reason", code))?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    stays::spend(&app, &mut tx, Filer::Venue(&venue.row), now).await?;
    let gone = stays::withdraw(&app, &mut tx, Filer::Venue(&venue.row), (&id, reason), now).await?;
    once.finish(tx, StatusCode::OK, &gone).await
}
