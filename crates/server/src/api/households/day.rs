//! `GET /api/offices/{id}/household-days/{date}`.

use super::days;
use crate::{
    app::{
        assist::Helper,
        availability::{self, Asking},
    },
    problem::ApiError,
    state::App,
    web::{json::Json, path::Path, query::Query},
};
use axum::extract::State;
use eid_domain::{
    capacity::is_released,
    household::{Window, windows},
    wire::household::{HouseholdDay, HouseholdQuery, HouseholdWindow},
};
use jiff::civil::Date;

/// The windows of one day that hold the whole family.
///
/// # Errors
/// `not_found` for an unknown office, or what is no date; `invalid_fields` for no family.
#[utoipa::path(get, path = "/api/offices/{id}/household-days/{date}", tag = "household",
    params(("id" = String, Path), ("date" = String, Path), HouseholdQuery),
    responses((status = 200, body = HouseholdDay)))]
pub async fn day(
    State(app): State<App>,
    Path((id, date)): Path<(String, Date)>,
    helper: Helper,
    Query(query): Query<HouseholdQuery>,
) -> Result<Json<HouseholdDay>, ApiError> {
    let office = app.catalog.office_of_path(&id)?;
    let family = days::family(&query)?;
    let now = app.now();
    let found = if is_released(office.id.as_str(), date, now) {
        let taken = availability::touched(&mut app.store.peek().await?, &office, date, date, now).await?;
        let channel = helper.channel_at(&office);
        let asking = Asking { channel, now };
        windows(
            &availability::free_ticks(&app, &office, date, &taken, asking),
            &family,
            office.visit_lengths,
        )
    } else {
        Vec::new()
    };
    let window = |Window { start, end, starts }| HouseholdWindow { start, end, starts };
    Ok(Json(HouseholdDay {
        date,
        windows: found.into_iter().map(window).collect(),
    }))
}
