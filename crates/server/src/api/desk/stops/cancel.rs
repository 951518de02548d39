//! `POST /api/desk/stops/{id}/cancel`.

use super::{changed, to_change};
use crate::{
    api::desk::{
        closures::{LONGEST_REASON, create as closing, stretch},
        dossiers::words,
        home_visits::again,
    },
    app::{
        ids,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::{
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, response::Response};
use eid_domain::{
    field::FieldCode,
    problem::{Problem, ProblemCode},
    wire::{
        closures::DayPart,
        stops::{CancelStop, StopView},
    },
};
use eid_store::{closures, stops};

/// The team does not come: nobody else books, and everybody who has a visit is offered another first and keeps theirs
/// until they have one, as when an office closes.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`, `invalid_fields`; `state_conflict` where it is cancelled already, or is
/// today or over.
#[utoipa::path(post, path = "/api/desk/stops/{id}/cancel", tag = "desk", params(("id" = String, Path)),
    request_body = CancelStop, security(("staff" = [])), responses((status = 200, body = StopView),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`"), (status = 422, body = Problem)))]
pub async fn cancel(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { body, once }: Mutation<CancelStop>,
) -> Result<Response, ApiError> {
    staff.need(Right::Plan)?;
    let reason = words::reason(&body.reason)?;
    if reason.chars().count() > LONGEST_REASON {
        return Err(ApiError::field("reason", FieldCode::TextTooLong));
    }
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut row = to_change(&app, &mut tx, &staff, &id, now).await?;
    if !stops::cancel(&mut tx, &row.id).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    row.state = stops::StopState::Cancelled;
    let (from, to) = stretch(row.date, DayPart::Day);
    let closure = closures::Closure {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        office_id: row.id.clone(),
        date: row.date,
        part: DayPart::Day.as_str().to_owned(),
        from,
        to,
        reason,
        staff_id: staff.id.clone(),
        created_at: now,
    };
    again::all(&app, &mut tx, &row, &staff.id, now).await?;
    closing::carry_out(&app, &mut tx, &closure, now).await?;
    changed(&app, &once, tx, (&staff, "stop.cancel"), &row, now).await
}
