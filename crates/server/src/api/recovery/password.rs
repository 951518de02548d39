//! `POST /api/recovery/password`.

use crate::{
    app::recovery::{self, Secret},
    notices::text::Facts,
    problem::ApiError,
    state::App,
    web::{
        client::Source,
        cookies,
        once::{Mutation, Work},
    },
};
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use eid_domain::{problem::Problem, secret::Password, wire::recovery::NewPassword};

/// Sets another password for both right answers; nobody is signed in any more, on whatever device. Its owner is told. Five
/// wrong tries lock until midnight.
///
/// # Errors
/// `journey_expired`, `state_conflict` before the code; `reset_too_soon` where the passcode was set anew within a day on another
/// device; `invalid_fields` with the tries left, `locked_out`, `too_many_requests`.
#[utoipa::path(post, path = "/api/recovery/password", tag = "account", request_body = NewPassword, responses(
    (status = 204), (status = 409, body = Problem), (status = 410, body = Problem), (status = 422, body = Problem),
    (status = 423, body = Problem), (status = 429, body = Problem)))]
pub async fn password(
    State(app): State<App>,
    source: Source,
    headers: HeaderMap,
    Mutation { body, once }: Mutation<NewPassword>,
) -> Result<Response, ApiError> {
    let gone = [(header::SET_COOKIE, cookies::clear(cookies::RECOVERY))];
    if let Some(answer) = once.before().await? {
        return Ok((gone, answer).into_response());
    }
    let password = Password::parse(&body.password).map_err(|code| ApiError::field("password", code))?;
    let now = app.now();
    let mut account =
        recovery::judge(&app, (&headers, &source), (Secret::Password, &body.answers), now).await?;
    account.password_hash = Some(app.passwords.hash(app.rng.as_ref(), password.expose()).await?);
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok((gone, answer).into_response()),
    };
    let what = (Secret::Password, Facts::default());
    recovery::finish(&app, &mut tx, &mut account, what, now).await?;
    Ok((gone, once.finish_empty(tx).await?).into_response())
}
