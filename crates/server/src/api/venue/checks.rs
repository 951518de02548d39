//! `GET /api/venue/checks`.

use crate::{
    app::venues::{Venue, check_view},
    problem::ApiError,
    state::App,
    web::{json::Json, query::Query},
};
use axum::extract::State;
use eid_domain::{
    calendar::office_timestamp, problem::Problem, venue::CHECKS_KEPT_HOURS, wire::venues::VenueChecks,
};
use eid_store::venues;
use jiff::civil::{Date, Time};
use serde::Deserialize;

/// Most checks of a day that are shown.
const MOST: u32 = 500;

/// Which day.
#[derive(Clone, Copy, Debug, Deserialize, utoipa::IntoParams)]
pub struct DayQuery {
    /// ISO date; today when left out.
    #[param(value_type = Option<String>)]
    pub day: Option<Date>,
}

/// The checks of a day, the latest first: of each what the person had ticked, and nothing more.
///
/// # Errors
/// `not_signed_in`, `password_change_needed`, `invalid_fields`.
#[utoipa::path(get, path = "/api/venue/checks", tag = "venue", params(DayQuery), security(("venue" = [])), responses(
    (status = 200, body = VenueChecks), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    venue: Venue,
    Query(query): Query<DayQuery>,
) -> Result<Json<VenueChecks>, ApiError> {
    let day = query.day.unwrap_or_else(|| app.today());
    let midnight = |day: Date| office_timestamp(day.to_datetime(Time::midnight()));
    let within = (midnight(day), midnight(day.tomorrow().unwrap_or(day)));
    let mut tx = app.store.read().await?;
    let found = venues::checks(&mut tx, &venue.row.id, within, app.now(), MOST).await?;
    Ok(Json(VenueChecks {
        kept_hours: u32::try_from(CHECKS_KEPT_HOURS).unwrap_or_default(),
        checks: found.into_iter().map(|check| check_view(&app, check)).collect(),
    }))
}
