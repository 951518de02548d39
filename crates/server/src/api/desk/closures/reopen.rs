//! `POST /api/desk/closures/{id}/reopen`.

use super::check_date;
use crate::{
    app::{
        audit::{self, Done, Who},
        office_admin::{self, Plan, Standing, Written},
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::{
        json::Nothing,
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::closures::Reopened,
};
use eid_store::closures;

/// Opens a closed day, or half of it, again: it can be booked, and who still waits for another time is told that their visit
/// stands. Who has another one already keeps that.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`; `state_conflict` where it is open again already, or is today or over.
#[utoipa::path(post, path = "/api/desk/closures/{id}/reopen", tag = "desk", params(("id" = String, Path)),
    security(("staff" = [])), responses((status = 200, body = Reopened), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn reopen(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    staff.need(Right::Close)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let closure = closures::by_id(&mut tx, &id).await?;
    let closure = closure
        .filter(|closure| closure.office_id == staff.office_id)
        .ok_or(ApiError::from(ProblemCode::NotFound))?;
    let conflict = || ApiError::from(ProblemCode::StateConflict);
    check_date(&app, closure.date).map_err(|_| conflict())?;
    let office = office_admin::current(&app, &mut tx, &closure.office_id).await?;
    let office = office.ok_or_else(conflict)?;
    if !closures::reopen(&mut tx, &closure.id, &staff.id, now).await? {
        return Err(conflict());
    }
    let calendar = app.catalog.calendar_in(&mut tx).await?;
    let plan = Plan {
        office: &office,
        calendar: &calendar,
    };
    let standing = office_admin::bring(&mut tx, plan, plan, Some(closure.date), now).await?;
    // Nothing is taken away from anybody here: who does not fit was to be moved before, too.
    let standing = Standing {
        again: standing.again,
        ..Standing::default()
    };
    // So nobody is moved, and there is nothing to write down.
    let nowhere = Written::Office("");
    let again = office_admin::settle(&app, &mut tx, &closure.office_id, &standing, nowhere, now).await?;
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "office.reopen",
        kind: "closure",
        id: &closure.id,
        reason: None,
    };
    audit::note(&app, &mut tx, now, done).await?;
    let answer = once.finish(tx, StatusCode::OK, &Reopened { again }).await?;
    office_admin::told(&app, &closure.office_id, now).await;
    Ok(answer)
}
