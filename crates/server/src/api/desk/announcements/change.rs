//! `PUT /api/desk/announcements/{id}`.

use super::{note, own, row, show, stored};
use crate::{
    app::staff::{Right, Staff},
    limits,
    problem::ApiError,
    state::App,
    web::{
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    calendar::{office_now, office_timestamp},
    field::FieldCode,
    problem::Problem,
    wire::announcements::{AnnouncementRow, WriteAnnouncement},
};
use eid_store::announcements;

/// Says something else, or at another time. Whom it is about stays.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`, `invalid_fields`, `state_conflict`, `too_many_requests`.
#[utoipa::path(put, path = "/api/desk/announcements/{id}", tag = "desk", params(("id" = String, Path)),
    request_body = WriteAnnouncement, security(("staff" = [])), responses((status = 200, body = AnnouncementRow),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`"), (status = 422, body = Problem)))]
pub async fn change(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { body, once }: Mutation<WriteAnnouncement>,
) -> Result<Response, ApiError> {
    staff.need(Right::Announce)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut found = own(&mut tx, &staff, &id, body.version).await?;
    if found.office_id != body.office_id {
        return Err(ApiError::field("office_id", FieldCode::ChoiceUnknown));
    }
    let said = body.parse(office_now(now))?;
    limits::spend(&mut tx, &app.config.limits.announcement_staff, &staff.id, now).await?;
    found.kind = stored(body.kind);
    (found.vi, found.en) = (said.vi, said.en);
    (found.from, found.until) = (office_timestamp(said.from), office_timestamp(said.until));
    announcements::update(&mut tx, &mut found).await?;
    note(&app, &mut tx, &staff, "announcement.change", &id, now).await?;
    let answer = once.finish(tx, StatusCode::OK, &row(&app, found)).await;
    show(&app).await;
    answer
}
