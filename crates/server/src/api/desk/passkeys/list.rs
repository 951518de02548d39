//! `GET /api/desk/passkeys`.

use crate::{
    app::{passkeys, staff::Staff},
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::passkeys::Passkeys};
use eid_store::{passkeys as table, sessions::SessionKind};

/// One's own passkeys.
///
/// # Errors
/// `not_signed_in`.
#[utoipa::path(get, path = "/api/desk/passkeys", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = Passkeys), (status = 401, body = Problem)))]
pub async fn list(State(app): State<App>, staff: Staff) -> Result<Json<Passkeys>, ApiError> {
    let mut tx = app.store.peek().await?;
    let rows = table::of_subject(&mut tx, SessionKind::Staff, &staff.id).await?;
    Ok(Json(Passkeys {
        passkeys: rows.into_iter().map(passkeys::view).collect(),
    }))
}
