//! `GET /api/desk/rounds/{date}`: where the teams of the own office go to on a day, in order.

use super::stops::view;
use crate::{
    app::{
        desk::masked_name,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::{json::Json, path::Path},
};
use axum::extract::State;
use eid_domain::{
    calendar::office_now,
    campaign::StopKind,
    capacity::TICK_MINUTES,
    problem::Problem,
    wire::rounds::{RoundHome, RoundStop, RoundView},
};
use eid_store::{
    Tx,
    appointments::{self, Visit},
    home_visits::{self, HomeVisit},
    stops::{self, Stop, StopState},
};
use jiff::civil::Date;
use std::collections::BTreeMap;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(read))
}

/// The stops of the own office on a day, and the homes that its teams go to: names masked, addresses left out.
///
/// # Errors
/// `not_signed_in`, `not_allowed`; `not_found` for what is no date.
#[utoipa::path(get, path = "/api/desk/rounds/{date}", tag = "desk", params(("date" = String, Path)),
    security(("staff" = [])), responses((status = 200, body = RoundView), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn read(
    State(app): State<App>,
    staff: Staff,
    Path(date): Path<Date>,
) -> Result<Json<RoundView>, ApiError> {
    staff.need(Right::Receive)?;
    let mut tx = app.store.read().await?;
    let mut found = Vec::new();
    for row in stops::of_office(&mut tx, &staff.office_id, date).await? {
        if row.date == date && row.state == StopState::Planned {
            found.push(stop(&mut tx, &row).await?);
        }
    }
    found.sort_by_key(|one| one.stop.sessions.first().map(|session| session.from()));
    Ok(Json(RoundView {
        date,
        today: app.today(),
        stops: found,
    }))
}

async fn stop(tx: &mut Tx, row: &Stop) -> Result<RoundStop, ApiError> {
    let homes = if row.kind == StopKind::Home.as_str() {
        homes(tx, row).await?
    } else {
        Vec::new()
    };
    Ok(RoundStop {
        stop: view::of(tx, row).await?,
        homes,
    })
}

async fn homes(tx: &mut Tx, row: &Stop) -> Result<Vec<RoundHome>, ApiError> {
    let mut wishes: BTreeMap<String, HomeVisit> = home_visits::of_stop(tx, &row.id)
        .await?
        .into_iter()
        .filter_map(|wish| Some((wish.dossier_id.clone()?, wish)))
        .collect();
    let (from, to) = view::day(row);
    let visits = appointments::at_office(tx, &row.id, from, to).await?;
    let home = |Visit {
                    appointment, dossier, ..
                }| {
        let wish = wishes.remove(&dossier.id)?;
        Some(RoundHome {
            time: office_now(appointment.starts_at).time(),
            minutes: u16::from(appointment.ticks) * u16::from(TICK_MINUTES),
            name_masked: masked_name(&dossier.full_name),
            reference: dossier.reference,
            wish: wish.id,
            commune: wish.commune,
            neighbourhood: wish.neighbourhood,
        })
    };
    Ok(visits.into_iter().filter_map(home).collect())
}
