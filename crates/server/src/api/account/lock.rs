//! `POST /api/account/lock`.

use crate::{
    app::{
        citizens::{self, Citizen},
        sessions,
    },
    problem::ApiError,
    state::App,
    web::{
        json::Nothing,
        once::{Mutation, Work},
    },
};
use axum::{
    extract::State,
    http::header,
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
    citizen: Result<Citizen, ApiError>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let gone = [(header::SET_COOKIE, sessions::clear(SessionKind::Citizen))];
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok((gone, answer).into_response()),
    };
    let mut account = citizen?.account;
    citizens::lock(&app, &mut tx, &mut account, now).await?;
    Ok((gone, once.finish_empty(tx).await?).into_response())
}
