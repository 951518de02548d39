//! `GET /api/desk/day`.

use crate::{
    app::{
        desk::masked_name,
        dossiers as cases,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::{json::Json, query::Query},
};
use axum::extract::State;
use eid_domain::{
    calendar::{office_now, office_timestamp},
    capacity::TICK_MINUTES,
    identity::BirthDate,
    problem::Problem,
    wire::desk::{DayRow, DayView},
};
use eid_store::appointments::{self, AppointmentState, Visit};
use jiff::civil::{Date, Time};
use serde::Deserialize;

/// Which day.
#[derive(Clone, Copy, Debug, Deserialize, utoipa::IntoParams)]
pub struct DayQuery {
    /// ISO date; today when left out.
    #[param(value_type = Option<String>)]
    pub date: Option<Date>,
}

/// The visits of a day at the officer's office and at the stops of its teams, names masked.
///
/// # Errors
/// `not_signed_in`, `not_allowed`.
#[utoipa::path(get, path = "/api/desk/day", tag = "desk", params(DayQuery), security(("staff" = [])), responses(
    (status = 200, body = DayView), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn day(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<DayQuery>,
) -> Result<Json<DayView>, ApiError> {
    staff.need(Right::Look)?;
    let date = query.date.unwrap_or_else(|| app.today());
    let midnight = |date: Date| office_timestamp(date.to_datetime(Time::midnight()));
    let (from, to) = (midnight(date), midnight(date.tomorrow().unwrap_or(date)));
    let mut tx = app.store.read().await?;
    let visits = appointments::at_office(&mut tx, &staff.office_id, from, to).await?;
    let rows: Result<Vec<DayRow>, ApiError> = visits.into_iter().map(|visit| row(visit, date, "")).collect();
    let mut rows = rows?;
    for stop in app.catalog.stops_of(&staff.office_id, date) {
        for visit in appointments::at_office(&mut tx, stop.id.as_str(), from, to).await? {
            rows.push(row(visit, date, &stop.name.vi)?);
        }
    }
    rows.sort_by_key(|row| row.time);
    Ok(Json(DayView {
        date,
        office_id: staff.office_id,
        rows,
    }))
}

fn row(visit: Visit, date: Date, stop: &str) -> Result<DayRow, ApiError> {
    let Visit {
        appointment,
        dossier,
        assisted,
    } = visit;
    let birth = BirthDate::from_iso(&dossier.birth_date).ok();
    let state = cases::state_of(&dossier)?;
    Ok(DayRow {
        time: office_now(appointment.starts_at).time(),
        minutes: u16::from(appointment.ticks) * u16::from(TICK_MINUTES),
        stop: stop.to_owned(),
        assisted,
        name_masked: masked_name(&dossier.full_name),
        age: birth.map(|birth| birth.ages_on(date).oldest),
        service: cases::service_of(&dossier)?,
        reason: cases::reason_of(&dossier),
        state,
        arrived_at: appointment.arrived_at,
        returns: state.asks_to_return() && appointment.state == AppointmentState::Booked,
        reference: dossier.reference,
    })
}
