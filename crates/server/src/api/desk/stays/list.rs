//! `GET /api/desk/stays`.

use super::office_of;
use crate::{
    api::venue::checks::DayQuery,
    app::{
        staff::{Right, Staff},
        stays::{
            desk::{desk_row, of_office},
            view::Names,
        },
    },
    problem::ApiError,
    state::App,
    web::{json::Json, query::Query},
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::stays::DeskStays};

/// Most rows of the list; the file has all.
const MOST: u32 = 1_000;

/// The notices of the office's area of one first day, names masked: of its commune for the police of a commune, of the
/// province for others.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`.
#[utoipa::path(get, path = "/api/desk/stays", tag = "desk", params(DayQuery), security(("staff" = [])), responses(
    (status = 200, body = DeskStays), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<DayQuery>,
) -> Result<Json<DeskStays>, ApiError> {
    staff.need(Right::Stays)?;
    let office = office_of(&app, &staff)?;
    let day = query.day.unwrap_or_else(|| app.today());
    let mut tx = app.store.read().await?;
    let (mut names, mut rows) = (Names::default(), Vec::new());
    for stay in of_office(&mut tx, &office, day, MOST).await? {
        rows.push(desk_row(&mut tx, &mut names, stay).await?);
    }
    Ok(Json(DeskStays { day, rows }))
}
