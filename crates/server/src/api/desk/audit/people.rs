//! `GET /api/desk/audit/people`.

use crate::{
    app::staff::{Right, Staff},
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{
    problem::Problem,
    wire::audit::{AuditPeople, AuditPerson},
};
use eid_store::staff;

/// Everybody whose entries can be looked for, also those who are not here any more.
///
/// # Errors
/// `not_signed_in`, `not_allowed`.
#[utoipa::path(get, path = "/api/desk/audit/people", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = AuditPeople), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn people(State(app): State<App>, staff: Staff) -> Result<Json<AuditPeople>, ApiError> {
    staff.need(Right::Audit)?;
    let all = staff::list(&mut app.store.peek().await?).await?;
    let people = all.into_iter().map(|row| AuditPerson {
        id: row.id,
        username: row.username,
        name: row.name,
    });
    Ok(Json(AuditPeople {
        people: people.collect(),
    }))
}
