//! `GET /api/offices/{id}/household-days`.

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
    booking::bookable_days,
    calendar::{office_date, sessions_on},
    capacity::is_released,
    field::FieldCode,
    household::{Family, windows},
    wire::{household::HouseholdQuery, slots::Days},
};

/// The open days of an office within the horizon, with how many windows hold the whole family.
///
/// # Errors
/// `not_found` for an unknown office, `invalid_fields` for no family.
#[utoipa::path(get, path = "/api/offices/{id}/household-days", tag = "household",
    params(("id" = String, Path), HouseholdQuery), responses((status = 200, body = Days)))]
pub async fn days(
    State(app): State<App>,
    Path(id): Path<String>,
    helper: Helper,
    Query(query): Query<HouseholdQuery>,
) -> Result<Json<Days>, ApiError> {
    let office = app.catalog.office_of_path(&id)?;
    let family = family(&query)?;
    let now = app.now();
    let channel = helper.channel_at(&office);
    let asking = Asking { channel, now };
    let (first, last) = bookable_days(office_date(now));
    let taken = availability::touched(&mut app.store.peek().await?, &office, first, last, now).await?;
    let open = first
        .series(jiff::Span::new().days(1))
        .take_while(|date| *date <= last)
        .filter(|date| is_released(office.id.as_str(), *date, now))
        .filter(|date| !sessions_on(&office, *date, &app.catalog.calendar()).is_empty());
    let days = open
        .map(|date| {
            availability::day(date, asking, |asking| {
                let ticks = availability::free_ticks(&app, &office, date, &taken, asking);
                let found = windows(&ticks, &family, office.visit_lengths);
                (found.len(), found.first().map(|window| window.start))
            })
        })
        .collect();
    let next = availability::next_open(&app, &office, now);
    let news = app.news.at(&app.catalog.home_of(office.id.as_str()), now);
    Ok(Json(Days { days, next, news }))
}

/// The family of a query.
///
/// # Errors
/// `invalid_fields`.
pub fn family(query: &HouseholdQuery) -> Result<Family, ApiError> {
    let wrong = |()| ApiError::field("members", FieldCode::ChoiceUnknown);
    query.members.parse().map_err(wrong)
}
