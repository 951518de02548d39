//! `POST /api/desk/home-visits/{reference}/reveal`.

use super::{live, row};
use crate::{
    app::{
        audit::{self, Done, Who},
        looks,
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
    calendar::days_after,
    problem::{Problem, ProblemCode},
    wire::home_visits::{HomeVisitRow, RevealHomeVisit},
};
use eid_store::{
    Tx,
    home_visits::HomeVisit,
    stops::{self, StopState},
};

/// Shows the person, the address and the phone of a wish. The reason goes into the audit. Who plans may open any of the
/// province; who only goes there, those of a round of the own office, today and tomorrow.
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
    staff.need(Right::Receive)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    limits::spend(&mut tx, &app.config.limits.home_visit_staff, &staff.id, now).await?;
    let wish = live(&app, &mut tx, &staff, &reference).await?;
    if !staff.may(Right::Plan) && !is_on_round(&app, &mut tx, &staff, &wish).await? {
        return Err(ProblemCode::NotAllowed.into());
    }
    let done = Done {
        who: Who::Staff(&staff.id),
        action: looks::LOOKED_AT_HOME,
        kind: "home_visit",
        id: &wish.id,
        reason: Some(body.reason.as_str()),
    };
    audit::note(&app, &mut tx, now, done).await?;
    let seen = row::of(&wish, app.today(), true)?;
    once.finish(tx, StatusCode::OK, &seen).await
}

/// Whether a team of the own office goes there today or tomorrow.
async fn is_on_round(app: &App, tx: &mut Tx, staff: &Staff, wish: &HomeVisit) -> Result<bool, ApiError> {
    let Some(stop_id) = &wish.stop_id else {
        return Ok(false);
    };
    let stop = stops::by_id(tx, stop_id).await?;
    let today = app.today();
    let days = today..=days_after(today, 1);
    Ok(stop.is_some_and(|stop| {
        stop.office_id == staff.office_id && stop.state == StopState::Planned && days.contains(&stop.date)
    }))
}
