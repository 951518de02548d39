//! `POST /api/bookings/{reference}/cancel`.

use crate::{
    app::{
        audit::Who,
        dossiers::{self as cases, Move},
        keys::{self, AccessKey},
        view, visits, waiting,
    },
    notices::{
        Kind,
        queue::{self, Sending},
        text::Facts,
    },
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
    calendar::office_now,
    dossier::{Actor, State as DossierState},
    problem::{Problem, ProblemCode},
    wire::dossiers::{AccessScope, DossierView},
};
use eid_store::{
    Tx,
    appointments::{self, Appointment},
    dossiers::Dossier,
};
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
    let visit = appointments::latest_of_dossier(tx, &dossier.id).await?;
    let state = cases::state_of(dossier)?;
    let rules = view::changes(dossier, state, visit.as_ref(), AccessScope::Manage, now);
    let closed = waiting::is_to_be_moved(waiting::mark(tx, &dossier.id).await?);
    let visit = visit
        .filter(|_| rules.may_cancel || (closed && state == DossierState::Booked))
        .ok_or(ApiError::from(ProblemCode::ChangeNotAllowed))?;
    visits::give_back(app, tx, dossier, &visit, now).await?;
    let owner = dossier.id.clone();
    let gone = Move {
        to: DossierState::Cancelled,
        actor: Actor::Citizen,
        who: Who::Citizen(&owner),
        note: None,
    };
    cases::step(app, tx, dossier, gone, now).await?;
    let facts = Facts {
        visit: Some(office_now(visit.starts_at)),
        ..Facts::default()
    };
    let sending = Sending::of_visit(&visit.office_id, now);
    queue::tell_with(app, tx, dossier, Kind::Cancelled, facts, sending, now).await?;
    waiting::nudge(app, tx, &visit.office_id, now).await?;
    Ok(visit)
}
