//! `POST /api/desk/stops/{id}/class-list`.

use super::{check_open, check_size};
use crate::{
    api::desk::stops::own_locked,
    app::{
        audit::{self, Done, Who},
        class_list::{book, plan, read},
        staff::{Right, Staff},
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
    staff.need(Right::Plan)?;
    check_size(&body.csv)?;
    let rows = read::rows(&body.csv, app.today())?;
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
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "stop.list_confirm",
        kind: "stop",
        id: &stop.id,
        reason: None,
    };
    audit::note(&app, &mut tx, now, done).await?;
    let booked = book::all(&app, &mut tx, &stop, planned, &staff.id, now).await?;
    let answer = once.finish(tx, StatusCode::CREATED, &booked).await;
    app.days.forget(&stop.id);
    app.wake.notify_one();
    answer
}
