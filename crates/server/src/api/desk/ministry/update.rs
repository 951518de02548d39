//! `PUT /api/desk/ministry`.

use crate::{
    app::{
        audit::{self, Done, Who},
        staff::{Right, Staff},
    },
    authority::simulated::pace,
    jobs::submit,
    problem::ApiError,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::desk::{Ministry, Pace},
};

/// Sets how fast the simulated ministry works; cases under way follow at once.
///
/// # Errors
/// `not_found` outside a demo.
#[utoipa::path(put, path = "/api/desk/ministry", tag = "desk", request_body = Ministry, security(("staff" = [])),
    responses((status = 200, body = Ministry), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub async fn update(
    State(app): State<App>,
    staff: Staff,
    Mutation { body, once }: Mutation<Ministry>,
) -> Result<Response, ApiError> {
    if !app.config.demo {
        return Err(ProblemCode::NotFound.into());
    }
    staff.need(Right::Pace)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let before = pace::current(&mut tx).await?;
    pace::set(&mut tx, &app.catalog.calendar(), body.pace, now).await?;
    if before == Pace::Files && body.pace != Pace::Files {
        submit::resume(&app, &mut tx, now).await?;
    }
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "ministry.pace",
        kind: "ministry",
        id: "",
        reason: None,
    };
    audit::note(&app, &mut tx, now, done).await?;
    let answer = once.finish(tx, StatusCode::OK, &body).await;
    app.wake.notify_one();
    answer
}
