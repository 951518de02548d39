//! `POST /api/desk/stops/{id}/class-list`.

use super::{check_open, note, rows};
use crate::{
    api::desk::stops::own_locked,
    app::{
        class_list::{book, plan},
        staff::Staff,
    },
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
    problem::{Problem, ProblemCode},
    wire::class_list::{ClassListView, ConfirmClassList},
};

/// The good rows of a list get their visits, and the parents are told: all in one transaction. The others stay as they
/// are. The same list again changes nothing.
///
/// # Errors
/// As the preview; `state_conflict` also where something has changed since the preview: look again.
#[utoipa::path(post, path = "/api/desk/stops/{id}/class-list", tag = "desk", params(("id" = String, Path)),
    request_body = ConfirmClassList, security(("staff" = [])), responses((status = 201, body = ClassListView),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`"), (status = 413, body = Problem),
    (status = 422, body = Problem)))]
pub async fn confirm(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { body, once }: Mutation<ConfirmClassList>,
) -> Result<Response, ApiError> {
    let rows = rows(&app, &staff, &body.csv)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    limits::spend(&mut tx, &app.config.limits.class_list_staff, &staff.id, now).await?;
    let stop = own_locked(&mut tx, &staff, &id).await?;
    check_open(&app, &stop)?;
    let planned = plan::of(&app, &mut tx, &stop, rows, body.service, now).await?;
    if planned.seen()? != body.seen {
        return Err(ProblemCode::StateConflict.into());
    }
    note(&app, &mut tx, &staff, "stop.list_confirm", &stop, now).await?;
    let booked = book::all(&app, &mut tx, &stop, planned, &staff.id, now).await?;
    let answer = once.finish(tx, StatusCode::CREATED, &booked).await;
    app.days.forget(&stop.id);
    app.wake.notify_one();
    answer
}
