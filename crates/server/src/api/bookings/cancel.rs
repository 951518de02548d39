//! `POST /api/bookings/{reference}/cancel`.

use crate::{
    app::{
        keys::{self, AccessKey},
        moves, view,
    },
    notices::Kind,
    problem::ApiError,
    state::App,
    web::{
        json::Nothing,
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::Problem,
    wire::dossiers::{AccessScope, DossierView},
};
use eid_store::{Tx, appointments::Appointment, dossiers::Dossier};
use jiff::Timestamp;

/// Cancels a visit and gives its place back.
///
/// # Errors
/// `no_match`, `change_not_allowed`.
#[utoipa::path(post, path = "/api/bookings/{reference}/cancel", tag = "booking",
    params(("reference" = String, Path)), security(("access_key" = [])), responses(
    (status = 200, body = DossierView), (status = 404, body = Problem, description = "`no_match`"),
    (status = 409, body = Problem, description = "`change_not_allowed`")))]
pub async fn cancel(
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
    let mut dossier = keys::open_to_change(&mut tx, &reference, &key, now).await?;
    let visit = carry_out(&app, &mut tx, &mut dossier, now).await?;
    let seen = view::of(&app, &mut tx, &dossier, AccessScope::Manage, now).await?;
    let answer = once.finish(tx, StatusCode::OK, &seen).await;
    app.days.forget(&visit.office_id);
    app.wake.notify_one();
    answer
}

/// Ends the visit to come, gives its place back, and tells the person.
///
/// # Errors
/// `change_not_allowed`.
pub async fn carry_out(
    app: &App,
    tx: &mut Tx,
    dossier: &mut Dossier,
    now: Timestamp,
) -> Result<Appointment, ApiError> {
    let visit = moves::call_off(app, tx, dossier, now).await?;
    let was = (visit.office_id.as_str(), visit.starts_at);
    moves::tell(app, tx, dossier, Kind::Cancelled, was, now).await?;
    Ok(visit)
}
