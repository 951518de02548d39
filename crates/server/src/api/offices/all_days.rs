//! `GET /api/offices/days`.

use crate::{
    app::availability,
    problem::ApiError,
    state::App,
    web::{json::Json, query::Query},
};
use axum::extract::State;
use eid_domain::{
    field::{FieldCode, FieldError},
    office::Office,
    problem::Problem,
    wire::office_days::{MOST_OFFICES, OfficeDays, OfficesDays, OfficesQuery},
};
use std::sync::Arc;

/// The open days of up to six offices within the horizon, for a plan that compares them.
///
/// # Errors
/// `invalid_fields` where `ids` is empty, names more than six offices, or one that does not exist.
#[utoipa::path(get, path = "/api/offices/days", tag = "offices", params(OfficesQuery),
    responses((status = 200, body = OfficesDays)))]
pub async fn all_days(
    State(app): State<App>,
    Query(query): Query<OfficesQuery>,
) -> Result<Json<OfficesDays>, ApiError> {
    let offices = named(&app, &query.ids)?;
    let visit = query.visit();
    let now = app.now();
    let mut tx = app.store.peek().await?;
    let mut found = Vec::with_capacity(offices.len());
    for office in offices {
        found.push(OfficeDays {
            office_id: office.id.as_str().to_owned(),
            days: availability::of_days(&app, &mut tx, &office, visit, now)
                .await?
                .days,
        });
    }
    Ok(Json(OfficesDays { offices: found }))
}

fn named(app: &App, ids: &str) -> Result<Vec<Arc<Office>>, ApiError> {
    let wrong = |code| ApiError::from(Problem::invalid(vec![FieldError::new("ids", code)]));
    let ids: Vec<&str> = ids.split(',').filter(|id| !id.is_empty()).collect();
    match ids.len() {
        0 => return Err(wrong(FieldCode::Required)),
        count if count > MOST_OFFICES => return Err(wrong(FieldCode::TextTooLong)),
        _ => {}
    }
    let office = |id: &&str| {
        app.catalog
            .open_to_all(id)
            .ok_or_else(|| wrong(FieldCode::ChoiceUnknown))
    };
    ids.iter().map(office).collect()
}
