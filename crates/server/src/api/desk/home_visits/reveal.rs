//! `POST /api/desk/home-visits/{reference}/reveal`.

use super::{live, row};
use crate::{
    app::{
        audit::{self, Done, Who},
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
    problem::Problem,
    wire::home_visits::{HomeVisitRow, RevealHomeVisit},
};

/// Shows the person, the address and the phone of a wish. The reason goes into the audit.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `no_match`, `state_conflict`, `too_many_requests`.
#[utoipa::path(post, path = "/api/desk/home-visits/{reference}/reveal", tag = "desk",
    params(("reference" = String, Path)), request_body = RevealHomeVisit, security(("staff" = [])), responses(
    (status = 200, body = HomeVisitRow), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn reveal(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { body, once }: Mutation<RevealHomeVisit>,
) -> Result<Response, ApiError> {
    staff.need(Right::Plan)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    limits::spend(&mut tx, &app.config.limits.home_visit_staff, &staff.id, now).await?;
    let wish = live(&app, &mut tx, &staff, &reference).await?;
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "home_visit.reveal",
        kind: "home_visit",
        id: &wish.id,
        reason: Some(body.reason.as_str()),
    };
    audit::note(&app, &mut tx, now, done).await?;
    let seen = row::of(&wish, app.today(), true)?;
    once.finish(tx, StatusCode::OK, &seen).await
}
