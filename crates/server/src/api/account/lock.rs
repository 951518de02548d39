//! `POST /api/account/lock`.

use crate::{
    app::{
        citizens::{self, Citizen},
        sessions,
    },
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation},
};
use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use eid_domain::problem::Problem;
use eid_store::sessions::SessionKind;

/// Locks one's own account at once, and signs out everywhere. Its owner is told by message.
///
/// # Errors
/// `not_signed_in`; `state_conflict` where it is not in use.
#[utoipa::path(post, path = "/api/account/lock", tag = "account", security(("citizen" = [])), responses(
    (status = 204), (status = 401, body = Problem), (status = 409, body = Problem)))]
pub async fn lock(
    State(app): State<App>,
    citizen: Citizen,
    _: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let mut account = citizen.account;
    let mut tx = app.store.begin().await?;
    citizens::lock(&app, &mut tx, &mut account, app.now()).await?;
    tx.commit().await?;
    let gone = sessions::clear(SessionKind::Citizen);
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, gone)]).into_response())
}
