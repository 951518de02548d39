//! `POST /api/household-bookings/cancel`.

use super::members;
use crate::{
    app::moves,
    notices::Kind,
    problem::ApiError,
    state::App,
    web::{
        client::Source,
        once::{Mutation, Work},
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::Problem,
    wire::household::{HouseholdCancel, HouseholdChanged},
};
use eid_store::{Tx, appointments, dossiers::Dossier, waiting};

/// Calls off the visits of a whole family: everybody's, or nobody's.
///
/// # Errors
/// `no_match`, `not_allowed`, `change_not_allowed` with the member named; `invalid_fields`, `too_many_requests`.
#[utoipa::path(post, path = "/api/household-bookings/cancel", tag = "household", request_body = HouseholdCancel,
    responses((status = 200, body = HouseholdChanged), (status = 404, body = Problem, description = "`no_match`"),
    (status = 409, body = Problem, description = "`change_not_allowed`"), (status = 422, body = Problem),
    (status = 429, body = Problem)))]
pub async fn cancel(
    State(app): State<App>,
    source: Source,
    Mutation { body, once }: Mutation<HouseholdCancel>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut family = members::open(&app, &mut tx, &source, &body.members, now).await?;
    lock_places(&mut tx, &family).await?;
    let mut visits = Vec::with_capacity(family.len());
    for (at, dossier) in family.iter_mut().enumerate() {
        let gone = moves::call_off(&app, &mut tx, dossier, now).await;
        visits.push(gone.map_err(|error| members::of_member(at, error))?);
    }
    let were: Vec<_> = visits
        .iter()
        .map(|visit| (visit.office_id.as_str(), visit.starts_at))
        .collect();
    members::tell(&app, &mut tx, &family, Kind::HouseholdCancelled, &were, now).await?;
    let seen = members::seen(&app, &mut tx, &family, now).await?;
    let answer = once.finish(tx, StatusCode::OK, &seen).await;
    visits.iter().for_each(|visit| app.days.forget(&visit.office_id));
    app.wake.notify_one();
    answer
}

/// All places at once, in the order in which everybody locks them: giving them back one by one would not keep to it.
async fn lock_places(tx: &mut Tx, family: &[Dossier]) -> Result<(), ApiError> {
    let mut places = Vec::with_capacity(family.len());
    for dossier in family {
        let visit = appointments::latest_of_dossier(tx, &dossier.id).await?;
        places.extend(visit.map(|visit| visit.reservation_id));
    }
    let ids: Vec<&str> = family.iter().map(|dossier| dossier.id.as_str()).collect();
    let places: Vec<&str> = places.iter().map(String::as_str).collect();
    Ok(waiting::lock_changes(tx, &ids, &places).await?)
}
