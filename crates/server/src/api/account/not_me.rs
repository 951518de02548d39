//! `POST /api/account/not-me`.

use crate::{
    app::{citizens::Citizen, locks, sessions},
    problem::ApiError,
    state::App,
    web::{json::Json, once::Mutation},
};
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use eid_domain::{
    problem::Problem,
    wire::account::{NotMe, NotMeDone},
};
use eid_store::sessions::SessionKind;

/// "This was not me": locks the account, signs out everywhere, and asks the office of the dossier to look into it.
///
/// # Errors
/// `not_signed_in`; `state_conflict` where it is not in use.
#[utoipa::path(post, path = "/api/account/not-me", tag = "account", security(("citizen" = [])), request_body = NotMe,
    responses((status = 200, body = NotMeDone), (status = 401, body = Problem), (status = 409, body = Problem)))]
pub async fn not_me(
    State(app): State<App>,
    citizen: Citizen,
    Mutation { body, .. }: Mutation<NotMe>,
) -> Result<Response, ApiError> {
    let (mut account, now) = (citizen.account, app.now());
    let mut tx = app.store.begin().await?;
    let asked = locks::not_me(&app, &mut tx, &mut account, body.at, now).await?;
    tx.commit().await?;
    let gone = sessions::clear(SessionKind::Citizen);
    Ok(([(header::SET_COOKIE, gone)], Json(NotMeDone { asked })).into_response())
}
