//! `PUT /api/desk/figures/targets/{office}`.

use crate::{
    app::{
        audit::{self, Done, Who},
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
    calendar::days_after,
    field::{FieldCode, FieldError},
    problem::{Problem, ProblemCode},
    wire::figures::{FARTHEST_DAYS, LARGEST, SetTarget},
};
use eid_store::figures::{self, Target};

/// Sets how many accounts an office wants to see activated, and until when: a manager for the own office, an administrator
/// for any.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`: no such office; `invalid_fields` at `target`, `eligible` or `until`;
/// `state_conflict`: somebody has changed it meanwhile.
#[utoipa::path(put, path = "/api/desk/figures/targets/{office}", tag = "desk", params(("office" = String, Path)),
    request_body = SetTarget, security(("staff" = [])), responses((status = 204), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`"), (status = 422, body = Problem)))]
pub async fn set_target(
    State(app): State<App>,
    staff: Staff,
    Path(office): Path<String>,
    Mutation { body, once }: Mutation<SetTarget>,
) -> Result<Response, ApiError> {
    staff.need(Right::SetTarget)?;
    if !super::is_everywhere(staff.role) && office != staff.office_id {
        return Err(ProblemCode::NotAllowed.into());
    }
    if app.catalog.lasting(&office).is_none() {
        return Err(ProblemCode::NotFound.into());
    }
    let wrong = wrong(&app, &body);
    if !wrong.is_empty() {
        return Err(wrong.into());
    }
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let target = Target {
        office_id: office.clone(),
        eligible: body.eligible,
        target: body.target,
        until: body.until,
        staff_id: staff.id.clone(),
        set_at: now,
        version: body.version,
    };
    if !figures::set_target(&mut tx, &target).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "figures.target",
        kind: "office",
        id: &office,
        reason: None,
    };
    audit::note(&app, &mut tx, now, done).await?;
    once.finish_empty(tx).await
}

fn wrong(app: &App, body: &SetTarget) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    let fits = |count: u32| (1..=LARGEST).contains(&count);
    if body.eligible.is_some_and(|count| !fits(count)) {
        wrong.push(FieldError::new("eligible", FieldCode::ChoiceUnknown));
    }
    if !fits(body.target) || body.eligible.is_some_and(|count| count < body.target) {
        wrong.push(FieldError::new("target", FieldCode::ChoiceUnknown));
    }
    if body.until <= app.today() || body.until > days_after(app.today(), FARTHEST_DAYS) {
        wrong.push(FieldError::new("until", FieldCode::ChoiceUnknown));
    }
    wrong
}
