//! `POST /api/desk/closures`.

use super::{LONGEST_REASON, check_date, people, stretch};
use crate::{
    api::desk::dossiers::words,
    app::{
        audit::{self, Done, Who},
        ids, office_admin, plan,
        staff::{Right, Staff},
    },
    jobs::closures as work,
    problem::ApiError,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    calendar::office_timestamp,
    field::FieldCode,
    office::Office,
    problem::{Problem, ProblemCode},
    wire::closures::{Closure, NewClosure},
};
use eid_store::{Tx, closures};
use jiff::Timestamp;

/// Closes a day, or half of it, of the own office: nobody else can book it, holds in it end, and everybody who has a
/// visit then is put first in the queue for another. Their visits stand until they have one.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`; `state_conflict` where it is closed already.
#[utoipa::path(post, path = "/api/desk/closures", tag = "desk", request_body = NewClosure,
    security(("staff" = [])), responses((status = 201, body = Closure), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 409, body = Problem, description = "`state_conflict`"),
    (status = 422, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    staff: Staff,
    Mutation { body, once }: Mutation<NewClosure>,
) -> Result<Response, ApiError> {
    staff.need(Right::Close)?;
    check_date(&app, body.date)?;
    let reason = words::reason(&body.reason)?;
    if reason.chars().count() > LONGEST_REASON {
        return Err(ApiError::field("reason", FieldCode::TextTooLong));
    }
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let (from, to) = stretch(body.date, body.part);
    let closure = closures::Closure {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        office_id: staff.office_id.clone(),
        date: body.date,
        part: body.part.as_str().to_owned(),
        from,
        to,
        reason,
        staff_id: staff.id.clone(),
        created_at: now,
    };
    carry_out(&app, &mut tx, &closure, now).await?;
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "office.close",
        kind: "closure",
        id: &closure.id,
        reason: None,
    };
    audit::note(&app, &mut tx, now, done).await?;
    let seen = Closure {
        people: people::of(&mut tx, &closure).await?,
        id: closure.id,
        date: closure.date,
        part: body.part,
        reason: closure.reason,
    };
    let answer = once.finish(tx, StatusCode::CREATED, &seen).await;
    app.days.forget(&staff.office_id);
    app.wake.notify_one();
    answer
}

/// Closes the time: nobody else gets a place in it, and who has a visit then is put first in the queue for another.
///
/// # Errors
/// `state_conflict` where it is closed already.
pub async fn carry_out(
    app: &App,
    tx: &mut Tx,
    closure: &closures::Closure,
    now: Timestamp,
) -> Result<(), ApiError> {
    // A change of the office's plan waits until it is closed, and the plan is that of now.
    let office = office_admin::current(app, tx, &closure.office_id).await?;
    if !closures::insert(tx, closure).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    let ticks = ticks(app, office.as_deref(), closure);
    closures::close_ticks(tx, &closure.office_id, closure.from, closure.to, &ticks).await?;
    work::one(app, tx, closure, now).await
}

/// The begins of the office's ticks in the stretch.
fn ticks(app: &App, office: Option<&Office>, closure: &closures::Closure) -> Vec<Timestamp> {
    let Some(office) = office else {
        return Vec::new();
    };
    plan::ticks(office, &app.catalog.calendar(), closure.date)
        .iter()
        .map(|tick| office_timestamp(closure.date.to_datetime(tick.start)))
        .filter(|at| closure.from <= *at && *at < closure.to)
        .collect()
}
