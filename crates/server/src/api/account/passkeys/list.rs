//! `GET /api/account/passkeys`.

use crate::{
    app::{citizens::Citizen, passkeys},
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::passkeys::Passkeys};
use eid_store::{passkeys as table, sessions::SessionKind};

/// The passkeys of who is signed in.
///
/// # Errors
/// `not_signed_in`.
#[utoipa::path(get, path = "/api/account/passkeys", tag = "account", security(("citizen" = [])), responses(
    (status = 200, body = Passkeys), (status = 401, body = Problem)))]
pub async fn list(State(app): State<App>, citizen: Citizen) -> Result<Json<Passkeys>, ApiError> {
    let mut tx = app.store.peek().await?;
    let rows = table::of_subject(&mut tx, SessionKind::Citizen, &citizen.account.id).await?;
    Ok(Json(Passkeys {
        passkeys: rows.into_iter().map(passkeys::view).collect(),
    }))
}
