//! `POST /api/desk/announcements`.

use super::{is_everywhere, note, row, show, stored};
use crate::{
    app::{
        ids,
        staff::{Right, Staff},
    },
    limits,
    problem::ApiError,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    calendar::{office_now, office_timestamp},
    field::FieldCode,
    problem::{Problem, ProblemCode},
    wire::announcements::{AnnouncementRow, WriteAnnouncement},
};
use eid_store::announcements::{self, Announcement};

/// Says something from a time to a time: about the own office, or everywhere.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`, `too_many_requests`.
#[utoipa::path(post, path = "/api/desk/announcements", tag = "desk", request_body = WriteAnnouncement,
    security(("staff" = [])), responses((status = 201, body = AnnouncementRow), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    staff: Staff,
    Mutation { body, once }: Mutation<WriteAnnouncement>,
) -> Result<Response, ApiError> {
    staff.need(Right::Announce)?;
    if !is_everywhere(staff.role) && body.office_id.as_deref() != Some(&staff.office_id) {
        return Err(ProblemCode::NotAllowed.into());
    }
    if let Some(id) = &body.office_id
        && app.catalog.lasting(id).is_none()
    {
        return Err(ApiError::field("office_id", FieldCode::ChoiceUnknown));
    }
    let now = app.now();
    let said = body.parse(office_now(now))?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    limits::spend(&mut tx, &app.config.limits.announcement_staff, &staff.id, now).await?;
    let new = Announcement {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        office_id: body.office_id,
        kind: stored(body.kind),
        vi: said.vi,
        en: said.en,
        from: office_timestamp(said.from),
        until: office_timestamp(said.until),
        made_by: staff.id.clone(),
        made_at: now,
        withdrawn_at: None,
        version: 1,
    };
    announcements::insert(&mut tx, &new).await?;
    note(&app, &mut tx, &staff, "announcement.make", &new.id, now).await?;
    let answer = once.finish(tx, StatusCode::CREATED, &row(&app, new)).await;
    show(&app).await;
    answer
}
