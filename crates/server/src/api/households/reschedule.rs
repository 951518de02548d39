//! `POST /api/household-bookings/reschedule`.

use super::{members, view};
use crate::{
    app::{
        assist::Helper,
        moves::{self, Movable},
        waiting,
    },
    notices::Kind,
    problem::ApiError,
    secret,
    state::App,
    web::{
        client::Source,
        once::{Mutation, Work},
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    dossier::State as DossierState,
    problem::{Problem, ProblemCode},
    wire::household::{HouseholdChanged, HouseholdMove},
};
use eid_store::{
    Tx,
    dossiers::Dossier,
    holds::{self, Moved, Reservation},
    waiting as stored_waiting,
};
use jiff::Timestamp;

/// Moves a whole family to a kept window: everybody's visit, or nobody's. Each stays the same appointment, and each counts
/// the change.
///
/// # Errors
/// `no_match`, `not_allowed`, `change_not_allowed` with the member named; `hold_expired`, `invalid_fields`,
/// `too_many_requests`.
#[utoipa::path(post, path = "/api/household-bookings/reschedule", tag = "household", request_body = HouseholdMove,
    responses((status = 200, body = HouseholdChanged), (status = 404, body = Problem, description = "`no_match`"),
    (status = 409, body = Problem, description = "`change_not_allowed`"),
    (status = 410, body = Problem, description = "`hold_expired`"), (status = 422, body = Problem),
    (status = 429, body = Problem)))]
pub async fn reschedule(
    State(app): State<App>,
    source: Source,
    helper: Helper,
    Mutation { body, once }: Mutation<HouseholdMove>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut family = members::open(&app, &mut tx, &source, &body.members, now).await?;
    let visits = movable(&mut tx, &family, now).await?;
    let places = held(&mut tx, &body.hold_id, family.len(), now).await?;
    places.iter().try_for_each(|place| helper.may_book(place))?;
    fit(&app, &family, &places)?;
    let places = exchange(&mut tx, &family, &visits, &places, &body.hold_id, now).await?;
    for ((dossier, movable), place) in family.iter_mut().zip(&visits).zip(&places) {
        dossier.reschedules += u32::from(movable.counts());
        moves::relocate(&app, &mut tx, dossier, &movable.visit, place, now).await?;
        waiting::after_move(&app, &mut tx, &dossier.id, place.starts_at, now).await?;
        waiting::nudge(&app, &mut tx, &movable.visit.office_id, now).await?;
    }
    let to: Vec<_> = places
        .iter()
        .map(|place| (place.office_id.as_str(), place.starts_at))
        .collect();
    members::tell(&app, &mut tx, &family, Kind::HouseholdMoved, &to, now).await?;
    let seen = members::seen(&app, &mut tx, &family, now).await?;
    let answer = once.finish(tx, StatusCode::OK, &seen).await;
    visits
        .iter()
        .for_each(|movable| app.days.forget(&movable.visit.office_id));
    to.iter().for_each(|(office_id, _)| app.days.forget(office_id));
    app.wake.notify_one();
    answer
}

/// Everybody's visit. Who is to bring something to an office comes back alone, not with the family.
async fn movable(tx: &mut Tx, family: &[Dossier], now: Timestamp) -> Result<Vec<Movable>, ApiError> {
    let mut visits = Vec::with_capacity(family.len());
    for (at, dossier) in family.iter().enumerate() {
        let found = moves::movable(tx, dossier, now).await;
        let found = found.map_err(|error| members::of_member(at, error))?;
        if found.state != DossierState::Booked {
            return Err(members::of_member(at, ProblemCode::ChangeNotAllowed.into()));
        }
        visits.push(found);
    }
    Ok(visits)
}

/// The places of the kept window, in the order of the members.
async fn held(
    tx: &mut Tx,
    hold_id: &str,
    count: usize,
    now: Timestamp,
) -> Result<Vec<Reservation>, ApiError> {
    let places = holds::of_household(tx, &secret::digest(hold_id)).await?;
    view::in_order(hold_id, &places, count)
        .filter(|places| places.iter().all(|place| place.is_held(now)))
        .ok_or(ProblemCode::HoldExpired.into())
}

/// Each place must do for the member's visit.
fn fit(app: &App, family: &[Dossier], places: &[Reservation]) -> Result<(), ApiError> {
    for (at, (dossier, place)) in family.iter().zip(places).enumerate() {
        if !moves::fits(app, dossier, place)? {
            return Err(members::of_member(at, ProblemCode::ChangeNotAllowed.into()));
        }
    }
    Ok(())
}

/// Books the window and gives all old places back.
async fn exchange(
    tx: &mut Tx,
    family: &[Dossier],
    visits: &[Movable],
    places: &[Reservation],
    hold_id: &str,
    now: Timestamp,
) -> Result<Vec<Reservation>, ApiError> {
    let ids: Vec<&str> = family.iter().map(|dossier| dossier.id.as_str()).collect();
    let old: Vec<&str> = visits
        .iter()
        .map(|movable| movable.visit.reservation_id.as_str())
        .collect();
    let new = places.iter().map(|place| place.id.as_str());
    let both: Vec<&str> = old.iter().copied().chain(new).collect();
    stored_waiting::lock_changes(tx, &ids, &both).await?;
    match holds::move_group(tx, &old, &secret::digest(hold_id), now).await? {
        Moved::To(places) => {
            view::in_order(hold_id, &places, family.len()).ok_or(ProblemCode::HoldExpired.into())
        }
        Moved::NotHeld => Err(ProblemCode::HoldExpired.into()),
        Moved::NotBooked => Err(ProblemCode::StateConflict.into()),
    }
}
