//! `/api/bookings/{reference}/cancel-link`: cancelling by the link of a reminder. Its key can do this and nothing else.

use super::cancel;
use crate::{
    app::{
        dossiers as cases,
        keys::{self, AccessKey, Link},
        view,
    },
    problem::ApiError,
    state::App,
    web::{
        json::{Json, Nothing},
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    calendar::office_now,
    problem::{Problem, ProblemCode},
    wire::waiting::CancelView,
};
use eid_store::{
    Tx,
    appointments::{self, AppointmentState},
    dossiers::Dossier,
};
use jiff::Timestamp;

/// The visit that would be cancelled.
///
/// # Errors
/// `no_match`.
#[utoipa::path(get, path = "/api/bookings/{reference}/cancel-link", tag = "booking",
    params(("reference" = String, Path)), security(("access_key" = [])), responses(
    (status = 200, body = CancelView), (status = 404, body = Problem, description = "`no_match`")))]
pub async fn read(
    State(app): State<App>,
    Path(reference): Path<String>,
    key: AccessKey,
) -> Result<Json<CancelView>, ApiError> {
    let now = app.now();
    let mut tx = app.store.read().await?;
    let (dossier, _) = keys::open_for(&mut tx, &reference, &key, Link::Cancel, now).await?;
    Ok(Json(seen(&app, &mut tx, &dossier, now).await?))
}

/// Cancels it.
///
/// # Errors
/// `no_match`, `change_not_allowed`.
#[utoipa::path(post, path = "/api/bookings/{reference}/cancel-link", tag = "booking",
    params(("reference" = String, Path)), security(("access_key" = [])), responses(
    (status = 200, body = CancelView), (status = 404, body = Problem, description = "`no_match`"),
    (status = 409, body = Problem, description = "`change_not_allowed`")))]
pub async fn confirm(
    State(app): State<App>,
    Path(reference): Path<String>,
    key: AccessKey,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let (mut dossier, _) = keys::open_for(&mut tx, &reference, &key, Link::Cancel, now).await?;
    let visit = cancel::carry_out(&app, &mut tx, &mut dossier, now).await?;
    let seen = seen(&app, &mut tx, &dossier, now).await?;
    let answer = once.finish(tx, StatusCode::OK, &seen).await;
    app.days.forget(&visit.office_id);
    app.wake.notify_one();
    answer
}

async fn seen(app: &App, tx: &mut Tx, dossier: &Dossier, now: Timestamp) -> Result<CancelView, ApiError> {
    let visit = appointments::latest_of_dossier(tx, &dossier.id).await?;
    let state = cases::state_of(dossier)?;
    let rules = view::changes(dossier, state, visit.as_ref(), now);
    let visit = visit.ok_or(ApiError::from(ProblemCode::NoMatch))?;
    Ok(CancelView {
        starts_at: office_now(visit.starts_at),
        may_cancel: rules.may_cancel,
        cancelled: visit.state == AppointmentState::Cancelled,
        office: app
            .catalog
            .office(&visit.office_id)
            .map(|office| office.name.clone()),
    })
}
