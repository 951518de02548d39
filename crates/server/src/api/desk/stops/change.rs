//! `PUT /api/desk/stops/{id}`.

use super::{changed, to_change};
use crate::{
    app::{
        plan,
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
    calendar::office_timestamp,
    capacity::Tick,
    field::{FieldCode, FieldError},
    office::{Office, WeeklyHours},
    problem::{Problem, ProblemCode},
    wire::stops::{StopHours, StopView},
};
use eid_store::{
    Tx, holds,
    slots::{self, CapacitySet},
    stops::{self, Stop},
};
use jiff::civil::Time;
use std::collections::BTreeMap;

/// Other hours, or a team of another size. Nobody loses a time by it: where somebody has one that would not fit, nothing
/// is changed, and the manager moves these people first.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`, `invalid_fields`, `too_many_requests`; `state_conflict` where it is
/// cancelled, today or over, and with the fields in the way where people stand in it.
#[utoipa::path(put, path = "/api/desk/stops/{id}", tag = "desk", params(("id" = String, Path)),
    request_body = StopHours, security(("staff" = [])), responses((status = 200, body = StopView),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`"), (status = 422, body = Problem)))]
pub async fn change(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { body, once }: Mutation<StopHours>,
) -> Result<Response, ApiError> {
    staff.need(Right::Plan)?;
    let (sessions, stations) = body.parse()?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut row = to_change(&app, &mut tx, &staff, &id, now).await?;
    let before: Office = serde_json::from_str(&row.data)?;
    let hours = WeeklyHours::new(sessions, Vec::new());
    let after = Office {
        hours: hours.ok_or_else(|| ApiError::internal("stop", &"sessions"))?,
        stations,
        ..before.clone()
    };
    // What has lapsed stands in nobody's way.
    holds::expire_due(&mut tx, now).await?;
    let ticks = |office: &Office| plan::ticks(office, &app.catalog.calendar(), row.date);
    refit(&mut tx, &row, &ticks(&before), &ticks(&after)).await?;
    row.data = serde_json::to_string(&after)?;
    if !stops::change(&mut tx, &row.id, &row.data).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    changed(&app, &once, tx, (&staff, "stop.change"), &row, now).await
}

/// Writes every tick of the old and the new hours, so that a server which still has the old plan meets rows that know
/// better.
async fn refit(tx: &mut Tx, row: &Stop, before: &[Tick], after: &[Tick]) -> Result<(), ApiError> {
    let mut wanted: BTreeMap<Time, u16> = before.iter().map(|tick| (tick.start, 0)).collect();
    wanted.extend(after.iter().map(|tick| (tick.start, tick.capacity)));
    let mut in_the_way = Vec::new();
    for (start, capacity) in wanted {
        let at = office_timestamp(row.date.to_datetime(start));
        if slots::set_capacity(tx, &row.id, at, capacity).await? == CapacitySet::BelowTaken {
            in_the_way.push(field_of(start, after));
        }
    }
    if in_the_way.is_empty() {
        return Ok(());
    }
    in_the_way.dedup();
    let mut problem = Problem::new(ProblemCode::StateConflict);
    problem.fields = in_the_way
        .into_iter()
        .map(|field| FieldError::new(field, FieldCode::ChoiceUnknown))
        .collect();
    Err(problem.into())
}

/// Which field of the form people stand in the way of: who comes before the new hours, after them, or while there would
/// be too few stations.
fn field_of(start: Time, after: &[Tick]) -> &'static str {
    if after.iter().any(|tick| tick.start == start) {
        "stations"
    } else if after.first().is_some_and(|first| start < first.start) {
        "from"
    } else {
        "to"
    }
}
