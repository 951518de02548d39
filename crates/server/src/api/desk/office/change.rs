//! `PUT /api/desk/office`.

use super::{OfficeQuery, target, view};
use crate::{
    app::{
        office_admin::{self, Change},
        staff::Staff,
    },
    problem::ApiError,
    state::App,
    web::{
        once::{Mutation, Work},
        query::Query,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    field::FieldCode,
    problem::Problem,
    wire::office_admin::{ChangeOffice, LONGEST_NOTE, OfficeAdmin},
};

/// Changes what an office decides about itself, from tomorrow on. Whose visit no longer fits is put first in the queue for
/// another, if the manager says so; nobody's visit is cancelled.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`, `invalid_fields`, `too_many_requests`; `office_changed` where somebody else
/// was faster; `people_concerned` where people would have to be moved.
#[utoipa::path(put, path = "/api/desk/office", tag = "desk", params(OfficeQuery), request_body = ChangeOffice,
    security(("staff" = [])), responses((status = 200, body = OfficeAdmin), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`office_changed`, `people_concerned`"),
    (status = 422, body = Problem)))]
pub async fn change(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<OfficeQuery>,
    Mutation { body, once }: Mutation<ChangeOffice>,
) -> Result<Response, ApiError> {
    let id = target(&app, &staff, query)?;
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
    let settings = body.settings;
    let (office, version) =
        office_admin::make(&app, &mut tx, &staff, &id, &change, |_| Ok(settings), now).await?;
    let answer = once
        .finish(tx, StatusCode::OK, &view(&app, &office, version, now))
        .await?;
    office_admin::told(&app, &id, now).await;
    Ok(answer)
}
