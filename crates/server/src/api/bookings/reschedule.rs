//! `POST /api/bookings/{reference}/reschedule`.

use crate::{
    app::{
        assist::Helper,
        dossiers as cases,
        keys::{self, AccessKey},
        view, visits, waiting,
    },
    notices::{
        Kind,
        queue::{self, Sending},
        text::Facts,
    },
    problem::ApiError,
    secret,
    state::App,
    web::{
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    calendar::office_now,
    dossier::State as DossierState,
    problem::{Problem, ProblemCode},
    wire::{
        bookings::Reschedule,
        dossiers::{AccessScope, DossierView},
    },
};
use eid_store::{
    Tx,
    appointments::{self, Appointment, AppointmentState},
    holds::{self, Moved, Reservation},
    waiting as stored_waiting,
};
use jiff::Timestamp;

/// Moves a visit to a held place. The visit stays the same appointment. Who must come again with what was asked for, and
/// has no visit to come, gets one there.
///
/// # Errors
/// `no_match`, `hold_expired`, `change_not_allowed`.
#[utoipa::path(post, path = "/api/bookings/{reference}/reschedule", tag = "booking",
    params(("reference" = String, Path)), request_body = Reschedule, security(("access_key" = [])), responses(
    (status = 200, body = DossierView), (status = 404, body = Problem, description = "`no_match`"),
    (status = 409, body = Problem, description = "`change_not_allowed`"),
    (status = 410, body = Problem, description = "`hold_expired`")))]
pub async fn reschedule(
    State(app): State<App>,
    Path(reference): Path<String>,
    key: AccessKey,
    helper: Helper,
    Mutation { body, once }: Mutation<Reschedule>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut dossier = keys::open_to_change(&mut tx, &reference, &key, now).await?;
    stored_waiting::lock_visit(&mut tx, &dossier.id).await?;
    let visit = appointments::latest_of_dossier(&mut tx, &dossier.id).await?;
    let state = cases::state_of(&dossier)?;
    let rules = view::changes(&dossier, state, visit.as_ref(), AccessScope::Manage, now);
    let mark = waiting::mark(&mut tx, &dossier.id).await?;
    let closed = waiting::is_to_be_moved(mark) && (state == DossierState::Booked || state.asks_to_return());
    let visit = visit
        .filter(|_| rules.may_reschedule || closed)
        .ok_or(ApiError::from(ProblemCode::ChangeNotAllowed))?;
    let hash = secret::digest(&body.hold_id);
    let held = holds::get(&mut tx, &hash).await?.filter(|held| held.is_held(now));
    let held = held.ok_or(ApiError::from(ProblemCode::HoldExpired))?;
    helper.may_book(&held)?;
    let home = app.catalog.home_of(&held.office_id);
    // Who brings what was asked for brings it to the office that has the dossier.
    let elsewhere = state.asks_to_return() && home != dossier.office_id;
    if held.service != dossier.service || held.ticks < visit.ticks || elsewhere {
        return Err(ProblemCode::ChangeNotAllowed.into());
    }
    let place = if visit.state == AppointmentState::Booked {
        let place = change(&mut tx, &dossier.id, &visit, &hash, now).await?;
        // Neither whose time the office has closed nor who was asked to come again has wished for this.
        dossier.reschedules += u32::from(!closed && state == DossierState::Booked);
        waiting::after_move(&app, &mut tx, &dossier.id, place.starts_at, now).await?;
        waiting::nudge(&app, &mut tx, &visit.office_id, now).await?;
        place
    } else {
        let place = holds::book(&mut tx, &hash, now).await?;
        let place = place.ok_or(ApiError::from(ProblemCode::HoldExpired))?;
        visits::insert(&app, &mut tx, &dossier.id, &place, now).await?;
        place
    };
    dossier.office_id = home;
    visits::placed(&app, &mut tx, &mut dossier, now).await?;
    let facts = Facts {
        visit: Some(office_now(place.starts_at)),
        ..Facts::default()
    };
    let sending = Sending::of_visit(&place.office_id, now);
    queue::tell_with(&app, &mut tx, &dossier, Kind::Moved, facts, sending, now).await?;
    let seen = view::of(&app, &mut tx, &dossier, AccessScope::Manage, now).await?;
    let answer = once.finish(tx, StatusCode::OK, &seen).await;
    app.days.forget(&visit.office_id);
    app.days.forget(&place.office_id);
    app.wake.notify_one();
    answer
}

/// Books the held place and gives the old one back.
async fn change(
    tx: &mut Tx,
    dossier_id: &str,
    visit: &Appointment,
    hold: &str,
    now: Timestamp,
) -> Result<Reservation, ApiError> {
    stored_waiting::lock_change(tx, dossier_id, &[&visit.reservation_id, hold]).await?;
    let place = match holds::move_booked(tx, &visit.reservation_id, hold, now).await? {
        Moved::To(place) => place,
        Moved::NotHeld => return Err(ProblemCode::HoldExpired.into()),
        Moved::NotBooked => return Err(ProblemCode::StateConflict.into()),
    };
    appointments::relocate(tx, visit, &place).await?;
    Ok(place)
}
