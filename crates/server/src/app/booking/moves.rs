//! Moving and calling off visits, of one person or of a family: what must be true first, and what follows.

use crate::app::{dossiers as cases, view, visits, waiting};
use crate::{
    app::{audit::Who, dossiers::Move},
    notices::{
        Kind,
        queue::{self, Sending},
        text::Facts,
    },
    problem::ApiError,
    state::App,
};
use eid_domain::{
    booking::AgeGroup,
    calendar::{office_date, office_now},
    dossier::{Actor, State},
    identity::BirthDate,
    problem::ProblemCode,
};
use eid_store::{
    Tx,
    appointments::{self, Appointment},
    dossiers::Dossier,
    holds::Reservation,
};
use jiff::Timestamp;

/// A visit that may be moved.
#[derive(Clone, Debug)]
pub struct Movable {
    /// The visit; it need not be to come for who is asked to come again.
    pub visit: Appointment,
    /// Where the dossier stands.
    pub state: State,
    /// The office has closed its time.
    pub closed: bool,
}

impl Movable {
    /// Whether the move counts as one the person has wished for: neither whose time the office has closed nor who was
    /// asked to come again has.
    #[must_use]
    pub fn counts(&self) -> bool {
        !self.closed && self.state == State::Booked
    }
}

/// Whether a place does for the visit of a dossier: its service, and long enough for the age on that day
/// as the office counts.
///
/// # Errors
/// Where the dossier cannot be read.
pub fn fits(app: &App, dossier: &Dossier, place: &Reservation) -> Result<bool, ApiError> {
    let service = cases::service_of(dossier)?;
    let group = BirthDate::from_iso(&dossier.birth_date).map_or(AgeGroup::From14To59, |birth| {
        AgeGroup::of(&birth, office_date(place.starts_at))
    });
    let needed = app.catalog.lengths_at(&place.office_id).ticks(service, group);
    Ok(place.service == dossier.service && place.ticks >= needed)
}

/// The visit of a dossier, where its owner may move it now.
///
/// # Errors
/// `change_not_allowed`.
pub async fn movable(tx: &mut Tx, dossier: &Dossier, now: Timestamp) -> Result<Movable, ApiError> {
    let visit = appointments::latest_of_dossier(tx, &dossier.id).await?;
    let state = cases::state_of(dossier)?;
    let rules = view::changes(dossier, state, visit.as_ref(), now);
    let mark = waiting::mark(tx, &dossier.id).await?;
    let closed = waiting::is_to_be_moved(mark) && (state == State::Booked || state.asks_to_return());
    let visit = visit
        .filter(|_| rules.may_reschedule || closed)
        .ok_or(ApiError::from(ProblemCode::ChangeNotAllowed))?;
    Ok(Movable { visit, state, closed })
}

/// The visit stands at another place now, which is booked already: appointment and dossier follow.
///
/// # Errors
/// `state_conflict`.
pub async fn relocate(
    app: &App,
    tx: &mut Tx,
    dossier: &mut Dossier,
    visit: &Appointment,
    place: &Reservation,
    now: Timestamp,
) -> Result<(), ApiError> {
    appointments::relocate(tx, visit, place).await?;
    settle(app, tx, dossier, place, now).await
}

/// The dossier follows its visit to where that is now.
///
/// # Errors
/// `state_conflict`.
pub async fn settle(
    app: &App,
    tx: &mut Tx,
    dossier: &mut Dossier,
    place: &Reservation,
    now: Timestamp,
) -> Result<(), ApiError> {
    dossier.office_id = app.catalog.home_of(&place.office_id);
    visits::placed(app, tx, dossier, now).await
}

/// Tells one person when and where their visit is now.
///
/// # Errors
/// When the database is out of reach.
pub async fn tell(
    app: &App,
    tx: &mut Tx,
    dossier: &Dossier,
    kind: Kind,
    (office_id, starts_at): (&str, Timestamp),
    now: Timestamp,
) -> Result<(), ApiError> {
    let facts = Facts {
        visit: Some(office_now(starts_at)),
        ..Facts::default()
    };
    let sending = Sending::of_visit(office_id, now);
    queue::tell_with(app, tx, dossier, kind, facts, sending, now).await
}

/// Ends the visit to come and gives its place back. Nobody is told here.
///
/// # Errors
/// `change_not_allowed`.
pub async fn call_off(
    app: &App,
    tx: &mut Tx,
    dossier: &mut Dossier,
    now: Timestamp,
) -> Result<Appointment, ApiError> {
    let visit = appointments::latest_of_dossier(tx, &dossier.id).await?;
    let state = cases::state_of(dossier)?;
    let rules = view::changes(dossier, state, visit.as_ref(), now);
    let closed = waiting::is_to_be_moved(waiting::mark(tx, &dossier.id).await?);
    let visit = visit
        .filter(|_| rules.may_cancel || (closed && state == State::Booked))
        .ok_or(ApiError::from(ProblemCode::ChangeNotAllowed))?;
    visits::give_back(app, tx, dossier, &visit, now).await?;
    let owner = dossier.id.clone();
    let gone = Move {
        to: State::Cancelled,
        actor: Actor::Citizen,
        who: Who::Citizen(&owner),
        note: None,
    };
    cases::step(app, tx, dossier, gone, now).await?;
    waiting::nudge(app, tx, &visit.office_id, now).await?;
    Ok(visit)
}
