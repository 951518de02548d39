//! `GET /api/desk/ministry`.

use crate::{
    app::staff::{Right, Staff},
    authority::simulated::pace,
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::desk::Ministry,
};

/// How fast the simulated ministry works.
///
/// # Errors
/// `not_found` outside a demo.
#[utoipa::path(get, path = "/api/desk/ministry", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = Ministry), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub async fn read(State(app): State<App>, staff: Staff) -> Result<Json<Ministry>, ApiError> {
    if !app.config.demo {
        return Err(ProblemCode::NotFound.into());
    }
    staff.need(Right::Pace)?;
    let pace = pace::current(&mut app.store.peek().await?).await?;
    Ok(Json(Ministry { pace }))
}
