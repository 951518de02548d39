//! `GET /api/desk/holidays/history`.

use crate::{
    api::desk::office::history::people_of,
    app::{
        holidays,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{
    calendar::office_date,
    problem::Problem,
    wire::holidays::{HolidayChange, HolidayHistory},
};
use eid_store::holidays::{current, list, moving};

/// So many are shown.
const MOST: u32 = 50;

/// What was changed in the calendar, by whom, what became of the people whom it concerned, and what can be taken back.
///
/// # Errors
/// `not_signed_in`, `not_allowed`.
#[utoipa::path(get, path = "/api/desk/holidays/history", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = HolidayHistory), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn history(State(app): State<App>, staff: Staff) -> Result<Json<HolidayHistory>, ApiError> {
    staff.need(Right::Holidays)?;
    let mut tx = app.store.read().await?;
    let calendar = holidays::calendar(&app, &current(&mut tx).await?)?;
    let rows = list(&mut tx, MOST).await?;
    let moving = people_of(moving(&mut tx).await?);
    let today = office_date(app.now());
    let taking_back: Vec<&str> = rows
        .iter()
        .filter_map(|(row, _)| row.undone_by.as_deref())
        .collect();
    let mut changes = Vec::with_capacity(rows.len());
    for (row, made_by) in &rows {
        changes.push(HolidayChange {
            id: row.id.clone(),
            made_at: row.made_at,
            made_by: made_by.clone(),
            note: row.note.clone(),
            what: holidays::days(&row.days_after)?,
            takes_back: taking_back.contains(&row.id.as_str()),
            taken_back: row.undone_by.is_some(),
            can_undo: holidays::taken_back(&calendar, row, today).is_ok(),
            moving: moving.get(&row.id).copied().unwrap_or_default(),
        });
    }
    Ok(Json(HolidayHistory { changes }))
}
