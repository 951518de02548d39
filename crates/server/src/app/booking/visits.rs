//! What becomes of a visit: booked once more for who must come again, moved, given back.

use crate::app::{
    audit::{self, Done, Who},
    dossiers::{self as cases, Move},
    ids, waiting,
};
use crate::{problem::ApiError, state::App};
use eid_domain::{
    calendar::office_date,
    dossier::{Actor, State},
    problem::ProblemCode,
};
use eid_store::{
    Tx,
    appointments::{self, Appointment, AppointmentState},
    dossiers::{self, Dossier},
    holds::{self, Reservation},
    waiting::{self as stored_waiting, EntryState},
};
use jiff::Timestamp;

/// Stores a new visit at a booked place.
///
/// # Errors
/// When the database is out of reach, or the dossier has a visit to come.
pub async fn insert(
    app: &App,
    tx: &mut Tx,
    dossier_id: &str,
    place: &Reservation,
    now: Timestamp,
) -> Result<Appointment, ApiError> {
    let appointment = Appointment {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        dossier_id: dossier_id.to_owned(),
        reservation_id: place.id.clone(),
        office_id: place.office_id.clone(),
        starts_at: place.starts_at,
        ticks: place.ticks,
        state: AppointmentState::Booked,
        sequence: 0,
        created_at: now,
        arrived_at: None,
    };
    appointments::insert(tx, &appointment).await?;
    Ok(appointment)
}

/// The person has another place now than before: a step of the dossier, unless it waits for them to come again; then it
/// stays where it is.
///
/// # Errors
/// `state_conflict`.
pub async fn placed(app: &App, tx: &mut Tx, dossier: &mut Dossier, now: Timestamp) -> Result<(), ApiError> {
    let owner = dossier.id.clone();
    if cases::state_of(dossier)?.asks_to_return() {
        dossiers::update(tx, dossier).await?;
        return audit::note(app, tx, now, Done::by_owner(&owner, "visit.return")).await;
    }
    let moved = Move {
        to: State::Booked,
        actor: Actor::Citizen,
        who: Who::Citizen(&owner),
        note: None,
    };
    cases::step(app, tx, dossier, moved, now).await
}

/// A visit to come is called off, and its place given back.
///
/// # Errors
/// `state_conflict` where it is not to come any more.
pub async fn give_back(
    app: &App,
    tx: &mut Tx,
    dossier: &Dossier,
    visit: &Appointment,
    now: Timestamp,
) -> Result<(), ApiError> {
    let (from, to) = (AppointmentState::Booked, AppointmentState::Cancelled);
    if !appointments::set_state(tx, &visit.id, from, to, None).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    stored_waiting::lock_change(tx, &dossier.id, &[&visit.reservation_id]).await?;
    waiting::end(app, tx, &dossier.id, EntryState::Withdrawn, now).await?;
    holds::release_booked(tx, &visit.reservation_id).await?;
    Ok(())
}

/// Whoever is expected has come after all: on the day of their visit it is theirs, before it its place is given back.
///
/// # Errors
/// When the database is out of reach.
pub async fn come_early(app: &App, tx: &mut Tx, dossier: &Dossier, now: Timestamp) -> Result<(), ApiError> {
    let visit = appointments::latest_of_dossier(tx, &dossier.id).await?;
    let Some(visit) = visit.filter(|visit| visit.state == AppointmentState::Booked) else {
        return Ok(());
    };
    if office_date(visit.starts_at) == office_date(now) {
        let (from, to) = (AppointmentState::Booked, AppointmentState::CheckedIn);
        appointments::set_state(tx, &visit.id, from, to, Some(now)).await?;
        return Ok(());
    }
    stored_waiting::lock_visit(tx, &dossier.id).await?;
    give_back(app, tx, dossier, &visit, now).await?;
    waiting::nudge(app, tx, &visit.office_id, now).await?;
    app.days.forget(&visit.office_id);
    Ok(())
}
