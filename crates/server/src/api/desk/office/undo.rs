//! `GET` and `POST /api/desk/office/history/{id}/undo`.

use super::{OfficeQuery, stored, target, view};
use crate::{
    app::{
        office_admin::{self, Change},
        staff::Staff,
    },
    problem::ApiError,
    state::App,
    web::{
        json::Json,
        once::{Mutation, Work},
        path::Path,
        query::Query,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    calendar::office_date,
    problem::{Problem, ProblemCode},
    wire::office_admin::{OfficeAdmin, OfficePreview, UndoChange},
};
use eid_store::{
    Tx,
    office_changes::{self, OfficeChange},
};

async fn earlier(tx: &mut Tx, office_id: &str, id: &str) -> Result<OfficeChange, ApiError> {
    let change = office_changes::by_id(tx, id).await?;
    change
        .filter(|change| change.office_id == office_id)
        .ok_or(ProblemCode::NotFound.into())
}

/// What taking a change back would make and break. Nothing is changed.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`; `state_conflict` where it was taken back already, or what it changed was
/// changed again since.
#[utoipa::path(get, path = "/api/desk/office/history/{id}/undo", tag = "desk",
    params(("id" = String, Path), OfficeQuery), security(("staff" = [])), responses(
    (status = 200, body = OfficePreview), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn preview(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Query(query): Query<OfficeQuery>,
) -> Result<Json<OfficePreview>, ApiError> {
    let office_id = target(&app, &staff, query)?;
    let now = app.now();
    let today = office_date(now);
    let mut tx = app.store.read().await?;
    let change = earlier(&mut tx, &office_id, &id).await?;
    let (before, version) = stored(&mut tx, &office_id).await?;
    let settings = office_admin::taken_back(&before, &change, today)?;
    let after = office_admin::wanted(&app, &before, settings, today)?;
    office_admin::preview(&app, &mut tx, (&before, version), &after, now)
        .await
        .map(Json)
}

/// Takes a change back: what it changed is as it was before, what was changed besides stays. It is a change like any other,
/// in the history as well, and moves people first where they would lose their place.
///
/// # Errors
/// As [`preview`], and as for a change.
#[utoipa::path(post, path = "/api/desk/office/history/{id}/undo", tag = "desk",
    params(("id" = String, Path), OfficeQuery), request_body = UndoChange, security(("staff" = [])), responses(
    (status = 200, body = OfficeAdmin), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`, `office_changed`, `people_concerned`")))]
pub async fn undo(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Query(query): Query<OfficeQuery>,
    Mutation { body, once }: Mutation<UndoChange>,
) -> Result<Response, ApiError> {
    let office_id = target(&app, &staff, query)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let earlier = earlier(&mut tx, &office_id, &id).await?;
    let change = Change {
        version: body.version,
        move_people: body.move_people,
        note: "",
        takes_back: Some(&earlier.id),
    };
    let back = |office: &_| office_admin::taken_back(office, &earlier, office_date(now));
    let (office, version) = office_admin::make(&app, &mut tx, &staff, &office_id, &change, back, now).await?;
    let answer = once
        .finish(tx, StatusCode::OK, &view(&app, &office, version, now))
        .await?;
    office_admin::told(&app, &office_id, now).await;
    Ok(answer)
}
