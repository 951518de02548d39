//! `GET /api/desk/second-factor`.

use crate::{app::staff::Staff, problem::ApiError, state::App, web::json::Json};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::second_factor::FactorView};
use eid_store::factors;

/// Whether the signed-in member of staff has a second factor, and how many recovery codes are left.
///
/// # Errors
/// `not_signed_in`.
#[utoipa::path(get, path = "/api/desk/second-factor", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = FactorView), (status = 401, body = Problem)))]
pub async fn read(State(app): State<App>, staff: Staff) -> Result<Json<FactorView>, ApiError> {
    let mut tx = app.store.read().await?;
    let factor = factors::of_staff(&mut tx, &staff.id).await?;
    Ok(Json(FactorView {
        enrolled_at: factor.map(|factor| factor.enrolled_at),
        recovery_left: factors::recovery_left(&mut tx, &staff.id).await?,
    }))
}
