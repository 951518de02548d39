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
    campaign::{NeighbourhoodKey, StopKind},
    problem::Problem,
    wire::home_visits::{HomeVisitGroup, HomeVisitNeighbourhood, HomeVisitsView},
};
use eid_store::{
    home_visits::{self, HomeVisit},
    stops::{self, StopState},
};
use jiff::civil::Date;

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
    let groups = wishes
        .chunk_by(|one, next| one.commune_code == next.commune_code)
        .map(|commune| group(commune, today))
        .collect::<Result<_, _>>()?;
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

/// A commune's wishes, those of each neighbourhood together however it was spelt.
fn group(commune: &[HomeVisit], today: Date) -> Result<HomeVisitGroup, ApiError> {
    let mut wishes: Vec<_> = commune
        .iter()
        .map(|wish| (NeighbourhoodKey::of(&wish.neighbourhood), wish))
        .collect();
    wishes.sort_by(|(one, first), (other, second)| {
        let longest = || (first.created_at, &first.id).cmp(&(second.created_at, &second.id));
        one.cmp(other).then_with(longest)
    });
    let neighbourhoods = wishes
        .chunk_by(|one, next| one.0 == next.0)
        .map(|of_one| neighbourhood(of_one.iter().map(|(_, wish)| *wish), today));
    Ok(HomeVisitGroup {
        commune: commune
            .first()
            .map(|wish| wish.commune.clone())
            .unwrap_or_default(),
        neighbourhoods: neighbourhoods.collect::<Result<_, _>>()?,
    })
}

fn neighbourhood<'a>(
    wishes: impl Iterator<Item = &'a HomeVisit> + Clone,
    today: Date,
) -> Result<HomeVisitNeighbourhood, ApiError> {
    let name = wishes.clone().next().map(|wish| wish.neighbourhood.clone());
    Ok(HomeVisitNeighbourhood {
        name: name.unwrap_or_default(),
        wishes: wishes
            .map(|wish| row::of(wish, today, false))
            .collect::<Result<_, _>>()?,
    })
}
