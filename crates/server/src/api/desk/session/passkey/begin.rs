//! `POST /api/desk/session/passkey/begin`.

use crate::{
    app::passkeys,
    problem::ApiError,
    state::App,
    web::{
        client::Source,
        json::{Json, Nothing},
        once::Mutation,
    },
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::passkeys::CeremonyBegun};
use eid_store::sessions::SessionKind;

/// A challenge for whoever signs in; nobody is named, so nothing is told about anybody. The answer is never kept for a
/// repeat: a repeat is another challenge.
///
/// # Errors
/// `not_found` where passkeys are off; `too_many_requests`.
#[utoipa::path(post, path = "/api/desk/session/passkey/begin", tag = "desk", responses(
    (status = 200, body = CeremonyBegun), (status = 404, body = Problem), (status = 429, body = Problem)))]
pub async fn begin(
    State(app): State<App>,
    source: Source,
    _: Mutation<Nothing>,
) -> Result<Json<CeremonyBegun>, ApiError> {
    Ok(Json(
        passkeys::begin_sign_in(&app, &source, SessionKind::Staff).await?,
    ))
}
