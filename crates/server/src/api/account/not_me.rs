//! `POST /api/account/not-me`.

use crate::{
    app::{citizens::Citizen, locks, sessions},
    problem::ApiError,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{
    extract::State,
    http::{StatusCode, header},
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
    citizen: Result<Citizen, ApiError>,
    Mutation { body, once }: Mutation<NotMe>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let gone = [(header::SET_COOKIE, sessions::clear(SessionKind::Citizen))];
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok((gone, answer).into_response()),
    };
    let mut account = citizen?.account;
    let asked = locks::not_me(&app, &mut tx, &mut account, body.at, now).await?;
    let answer = once.finish(tx, StatusCode::OK, &NotMeDone { asked }).await?;
    Ok((gone, answer).into_response())
}
