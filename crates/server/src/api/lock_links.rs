//! `/api/lock-links`: the link of a message that tells of what somebody else may have done.

use crate::{
    app::locks,
    limits,
    problem::ApiError,
    state::App,
    web::{
        client::Source,
        once::{Mutation, Work},
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::account::{LockByLink, NotMeDone},
};
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(lock))
}

/// Locks the account of the message, signs out everywhere and asks the office to look into it. Good once, for seven days;
/// opening the page alone does nothing, for programs open links too.
///
/// # Errors
/// `no_match`: no such link, or not any more; `too_many_requests`; `state_conflict` where the account is not in use.
#[utoipa::path(post, path = "/api/lock-links", tag = "account", request_body = LockByLink, responses(
    (status = 200, body = NotMeDone), (status = 404, body = Problem), (status = 409, body = Problem),
    (status = 429, body = Problem)))]
pub async fn lock(
    State(app): State<App>,
    source: Source,
    Mutation { body, once }: Mutation<LockByLink>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let limit = &app.config.limits.lock_link_source;
    limits::spend(&mut tx, limit, &source.0, now).await?;
    let asked = locks::by_link(&app, &mut tx, &body.key, now).await;
    let Some(asked) = asked? else {
        // A wrong key uses up a try.
        return once.refuse(tx, ProblemCode::NoMatch.into()).await;
    };
    once.finish(tx, StatusCode::OK, &NotMeDone { asked }).await
}
