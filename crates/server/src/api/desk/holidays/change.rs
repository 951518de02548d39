//! `POST /api/desk/holidays`.

use crate::{
    app::{
        holidays,
        office_admin::Change,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    field::FieldCode,
    problem::Problem,
    wire::{
        holidays::{ChangeHolidays, HolidayCalendar},
        office_admin::LONGEST_NOTE,
    },
};

/// Changes days of the country, from tomorrow on: what can be booked at every office, and every time limit in working days.
/// Whose visit no longer fits is put first in the queue for another, if that is said; nobody's visit is cancelled.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`, `too_many_requests`; `office_changed` where somebody else was faster;
/// `people_concerned` where people would have to be moved.
#[utoipa::path(post, path = "/api/desk/holidays", tag = "desk", request_body = ChangeHolidays,
    security(("staff" = [])), responses((status = 200, body = HolidayCalendar), (status = 401, body = Problem),
    (status = 403, body = Problem),
    (status = 409, body = Problem, description = "`office_changed`, `people_concerned`"),
    (status = 422, body = Problem)))]
pub async fn change(
    State(app): State<App>,
    staff: Staff,
    Mutation { body, once }: Mutation<ChangeHolidays>,
) -> Result<Response, ApiError> {
    staff.need(Right::Holidays)?;
    let note = body.note.trim();
    if note.chars().count() > LONGEST_NOTE {
        return Err(ApiError::field("note", FieldCode::TextTooLong));
    }
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let change = Change {
        version: body.version,
        move_people: body.move_people,
        note,
        takes_back: None,
    };
    let days = body.days;
    let said = holidays::make(&app, &mut tx, &staff, &change, |_| Ok(days), now).await?;
    let view = holidays::view(&app, &said, now)?;
    let answer = once.finish(tx, StatusCode::OK, &view).await?;
    holidays::told(&app, now).await;
    Ok(answer)
}
