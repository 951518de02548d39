//! `GET /api/desk/office/history`.

use super::{OfficeQuery, stored, target};
use crate::{
    app::{office_admin, staff::Staff},
    problem::ApiError,
    state::App,
    web::{json::Json, query::Query},
};
use axum::extract::State;
use eid_domain::{
    calendar::office_date,
    office::{OfficeSettings, Setting},
    problem::Problem,
    wire::office_admin::{OfficeChange, OfficeHistory, PeopleMoving},
};
use eid_store::{
    office_changes::{self, OfficeChange as Row},
    waiting::EntryState,
};
use std::collections::BTreeMap;

/// So many are shown.
const MOST: u32 = 50;

/// What was changed in an office, by whom, what became of the people whom it concerned, and what can be taken back.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`.
#[utoipa::path(get, path = "/api/desk/office/history", tag = "desk", params(OfficeQuery), security(("staff" = [])),
    responses((status = 200, body = OfficeHistory), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 404, body = Problem)))]
pub async fn history(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<OfficeQuery>,
) -> Result<Json<OfficeHistory>, ApiError> {
    let id = target(&app, &staff, query)?;
    let mut tx = app.store.read().await?;
    let (office, _) = stored(&mut tx, &id).await?;
    let rows = office_changes::of_office(&mut tx, &id, MOST).await?;
    let moving = people_of(office_changes::moving(&mut tx, &id).await?);
    let today = office_date(app.now());
    let taking_back: Vec<&str> = rows
        .iter()
        .filter_map(|(row, _)| row.undone_by.as_deref())
        .collect();
    let mut changes = Vec::with_capacity(rows.len());
    for (row, made_by) in &rows {
        changes.push(OfficeChange {
            id: row.id.clone(),
            made_at: row.made_at,
            made_by: made_by.clone(),
            note: row.note.clone(),
            what: what(row)?,
            takes_back: taking_back.contains(&row.id.as_str()),
            taken_back: row.undone_by.is_some(),
            can_undo: office_admin::taken_back(&office, row, today).is_ok(),
            moving: moving.get(&row.id).copied().unwrap_or_default(),
        });
    }
    Ok(Json(OfficeHistory { changes }))
}

/// Where the people of each change stand.
pub(in crate::api::desk) fn people_of(
    rows: Vec<(String, EntryState, u32)>,
) -> BTreeMap<String, PeopleMoving> {
    let mut moving: BTreeMap<String, PeopleMoving> = BTreeMap::new();
    for (change, state, count) in rows {
        let people = moving.entry(change).or_default();
        match state {
            EntryState::Waiting => people.looking += count,
            EntryState::Offered => people.offered += count,
            EntryState::Taken => people.moved += count,
            EntryState::Withdrawn | EntryState::Expired => people.ended += count,
        }
    }
    moving
}

/// What a change was about, as on its day.
fn what(row: &Row) -> Result<Vec<Setting>, ApiError> {
    let day = office_date(row.made_at);
    let (before, after) = (
        office_admin::record(&row.data_before)?,
        office_admin::record(&row.data_after)?,
    );
    let settings = |office| OfficeSettings::of(office).after(day);
    Ok(settings(&before).changes(&settings(&after)))
}
