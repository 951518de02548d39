//! `GET /api/desk/home-visits`.

use super::{province_of, row};
use crate::{
    api::desk::stops::view,
    app::staff::{Right, Staff},
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{
    campaign::StopKind,
    problem::Problem,
    wire::home_visits::{HomeVisitGroup, HomeVisitsView},
};
use eid_store::{
    home_visits,
    stops::{self, StopState},
};

/// At most so many are shown; the longest waiting of each neighbourhood first.
const MOST: u32 = 500;

/// Open wishes in the own province by commune and neighbourhood, masked, and the home stops to put them onto.
///
/// # Errors
/// `not_signed_in`, `not_allowed`.
#[utoipa::path(get, path = "/api/desk/home-visits", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = HomeVisitsView), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(State(app): State<App>, staff: Staff) -> Result<Json<HomeVisitsView>, ApiError> {
    staff.need(Right::Plan)?;
    let today = app.today();
    let mut tx = app.store.read().await?;
    let wishes = home_visits::open_in(&mut tx, &province_of(&app, &staff), MOST).await?;
    let mut groups = Vec::new();
    for group in wishes.chunk_by(|one, next| one.commune_code == next.commune_code) {
        let rows: Result<Vec<_>, ApiError> = group.iter().map(|wish| row::of(wish, today, false)).collect();
        groups.push(HomeVisitGroup {
            commune: group.first().map(|wish| wish.commune.clone()).unwrap_or_default(),
            wishes: rows?,
        });
    }
    let mut home_stops = Vec::new();
    for stop in stops::of_office(&mut tx, &staff.office_id, today).await? {
        let fits = stop.kind == StopKind::Home.as_str() && stop.state == StopState::Planned;
        if fits && today < stop.date {
            home_stops.push(view::of(&mut tx, &stop).await?);
        }
    }
    Ok(Json(HomeVisitsView {
        groups,
        stops: home_stops,
    }))
}
