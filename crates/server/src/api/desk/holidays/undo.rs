//! `GET` and `POST /api/desk/holidays/history/{id}/undo`.

use crate::{
    app::{
        holidays,
        office_admin::Change,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::{
        json::Json,
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    calendar::office_date,
    problem::{Problem, ProblemCode},
    wire::{
        holidays::{HolidayCalendar, HolidayPreview},
        office_admin::UndoChange,
    },
};
use eid_store::{
    Tx,
    holidays::{HolidayChange, by_id, current},
};

async fn earlier(tx: &mut Tx, id: &str) -> Result<HolidayChange, ApiError> {
    by_id(tx, id).await?.ok_or(ProblemCode::NotFound.into())
}

/// What taking a change of the calendar back would make and break. Nothing is changed.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`; `state_conflict` where it was taken back already, a day that it changed was
/// changed again since, or all its days are over.
#[utoipa::path(get, path = "/api/desk/holidays/history/{id}/undo", tag = "desk", params(("id" = String, Path)),
    security(("staff" = [])), responses((status = 200, body = HolidayPreview), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn preview(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Json<HolidayPreview>, ApiError> {
    staff.need(Right::Holidays)?;
    let now = app.now();
    let mut tx = app.store.read().await?;
    let change = earlier(&mut tx, &id).await?;
    let said = current(&mut tx).await?;
    let back = holidays::taken_back(&holidays::calendar(&app, &said)?, &change, office_date(now))?;
    holidays::preview(&app, &mut tx, &said, back, now).await.map(Json)
}

/// Takes a change of the calendar back: its days to come are as they were before. It is a change like any other, in the history
/// as well, and moves people first where they would lose their place.
///
/// # Errors
/// As [`preview`], and as for a change.
#[utoipa::path(post, path = "/api/desk/holidays/history/{id}/undo", tag = "desk", params(("id" = String, Path)),
    request_body = UndoChange, security(("staff" = [])), responses((status = 200, body = HolidayCalendar),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`, `office_changed`, `people_concerned`")))]
pub async fn undo(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { body, once }: Mutation<UndoChange>,
) -> Result<Response, ApiError> {
    staff.need(Right::Holidays)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let earlier = earlier(&mut tx, &id).await?;
    let change = Change {
        version: body.version,
        move_people: body.move_people,
        note: "",
        takes_back: Some(&earlier.id),
    };
    let back = |calendar: &_| holidays::taken_back(calendar, &earlier, office_date(now));
    let said = holidays::make(&app, &mut tx, &staff, &change, back, now).await?;
    let view = holidays::view(&app, &said, now)?;
    let answer = once.finish(tx, StatusCode::OK, &view).await?;
    holidays::told(&app, now).await;
    Ok(answer)
}
