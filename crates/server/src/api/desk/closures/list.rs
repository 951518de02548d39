//! `GET /api/desk/closures`.

use super::people;
use crate::{
    app::staff::{Right, Staff},
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{
    problem::Problem,
    wire::closures::{Closure, ClosuresView, DayPart},
};
use eid_store::closures;

/// What the own office has closed from today on, with the people whom it concerns.
///
/// # Errors
/// `not_signed_in`, `not_allowed`.
#[utoipa::path(get, path = "/api/desk/closures", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = ClosuresView), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(State(app): State<App>, staff: Staff) -> Result<Json<ClosuresView>, ApiError> {
    staff.need(Right::Close)?;
    let mut tx = app.store.read().await?;
    let mut found = Vec::new();
    for closure in closures::of_office(&mut tx, &staff.office_id, app.now()).await? {
        found.push(Closure {
            people: people::of(&mut tx, &closure).await?,
            part: DayPart::parse(&closure.part)
                .ok_or_else(|| ApiError::internal("part of a day", &closure.part))?,
            id: closure.id,
            date: closure.date,
            reason: closure.reason,
        });
    }
    Ok(Json(ClosuresView {
        today: app.today(),
        closures: found,
    }))
}
