//! `/api/dossiers/{reference}/notices`: how a person is written to.

use crate::{
    app::{
        audit::Who,
        notice_wishes,
        owner::{Begun, Owner},
    },
    problem::ApiError,
    state::App,
    web::{json::Json, once::Mutation},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::Problem,
    wire::notices::{NoticeWishes, NoticeWishesView},
};

/// What is wished now.
///
/// # Errors
/// `no_match`: no such reference, or another's key; `not_allowed` for a key that only reads.
#[utoipa::path(get, path = "/api/dossiers/{reference}/notices", tag = "tracking",
    params(("reference" = String, Path)), security(("access_key" = [])), responses(
    (status = 200, body = NoticeWishesView), (status = 403, body = Problem),
    (status = 404, body = Problem, description = "`no_match`")))]
pub async fn read(State(app): State<App>, owner: Owner) -> Result<Json<NoticeWishesView>, ApiError> {
    let (mut tx, dossier) = owner.look(&app).await?;
    Ok(Json(notice_wishes::seen(&mut tx, &dossier).await?))
}

/// Another language, another phone, with or without reminders. What the law asks us to say comes in any case; every phone
/// is told of the change.
///
/// # Errors
/// `no_match`, `not_allowed`; `invalid_fields` at `phones` where there is no other phone; `too_many_requests`.
#[utoipa::path(put, path = "/api/dossiers/{reference}/notices", tag = "tracking",
    params(("reference" = String, Path)), request_body = NoticeWishes, security(("access_key" = [])), responses(
    (status = 200, body = NoticeWishesView), (status = 403, body = Problem),
    (status = 404, body = Problem, description = "`no_match`"), (status = 422, body = Problem),
    (status = 429, body = Problem)))]
pub async fn change(
    State(app): State<App>,
    owner: Owner,
    Mutation { body, once }: Mutation<NoticeWishes>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let (mut tx, mut dossier) = match owner
        .begin(&app, &once, Some(&app.config.limits.notice_wish_source), now)
        .await?
    {
        Begun::First(tx, dossier) => (tx, dossier),
        Begun::Again(answer) => return Ok(answer),
    };
    let id = dossier.id.clone();
    notice_wishes::change(&app, &mut tx, &mut dossier, body, Who::Citizen(&id), now).await?;
    let seen = notice_wishes::seen(&mut tx, &dossier).await?;
    let answer = once.finish(tx, StatusCode::OK, &seen).await;
    app.wake.notify_one();
    answer
}
