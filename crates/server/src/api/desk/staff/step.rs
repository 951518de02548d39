//! `POST /api/desk/staff/{id}/step`.

use super::{note, other, spend};
use crate::{
    app::{
        staff::{Right, Staff, role_of},
        staff_admin::{self, Change},
    },
    problem::ApiError,
    state::App,
    web::{
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::Problem,
    wire::staff_admin::{StaffRow, StaffStep, TakeStep},
};

/// Disables, enables, or takes the second factors away. Whoever is signed in under this name is not any more.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`, `too_many_requests`; `state_conflict` for oneself.
#[utoipa::path(post, path = "/api/desk/staff/{id}/step", tag = "desk", security(("staff" = [])), request_body = TakeStep,
    params(("id" = String, Path)), responses((status = 200, body = StaffRow), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn step(
    State(app): State<App>,
    me: Staff,
    Path(id): Path<String>,
    Mutation { body, once }: Mutation<TakeStep>,
) -> Result<Response, ApiError> {
    me.need(Right::Admit)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut row = other(&mut tx, &me, &id).await?;
    spend(&app, &mut tx, &me, now).await?;
    let change = match body.step {
        StaffStep::Disable => Change::Disabled(true),
        StaffStep::Enable => Change::Disabled(false),
        StaffStep::ResetFactors => Change::Factors,
    };
    let action = change.action();
    staff_admin::apply(&mut tx, &mut row, change).await?;
    note(&app, &mut tx, &me, action, &row.id, now).await?;
    let role = role_of(&row)?;
    let view = staff_admin::view(&mut tx, row, role, &me.id).await?;
    once.finish(tx, StatusCode::OK, &view).await
}
