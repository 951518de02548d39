//! `POST /api/tracking/{id}/confirm`.

use crate::{
    app::{
        codes::{self, Purpose, Tried},
        keys,
    },
    limits,
    problem::ApiError,
    state::App,
    web::{
        client::Source,
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::{Problem, ProblemCode},
    secret::OneTimeCode,
    wire::{dossiers::AccessScope, phone_codes::ConfirmCode, tracking::Found},
};
use eid_store::dossiers;

/// Opens the dossier with the code that was sent. The key given sees and changes it.
///
/// # Errors
/// `code_wrong` with the tries left, also where nobody was sent a code; `code_expired`.
#[utoipa::path(post, path = "/api/tracking/{id}/confirm", tag = "tracking", params(("id" = String, Path)),
    request_body = ConfirmCode, responses((status = 200, body = Found),
    (status = 410, body = Problem, description = "`code_expired`"),
    (status = 422, body = Problem, description = "`code_wrong`")))]
pub async fn confirm(
    State(app): State<App>,
    Path(id): Path<String>,
    source: Source,
    Mutation { body, once }: Mutation<ConfirmCode>,
) -> Result<Response, ApiError> {
    let typed = OneTimeCode::parse(&body.code).map_err(|code| ApiError::field("code", code))?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    limits::spend(&mut tx, &app.config.limits.code_try_source, &source.0, now).await?;
    let row = match codes::attempt(&app, &mut tx, Purpose::Tracking, &id, &typed, now).await? {
        Tried::Right(row) => row,
        Tried::Refused(refusal) => return once.refuse(tx, refusal).await,
    };
    let dossier = dossiers::by_id(&mut tx, &row.payload).await?;
    let dossier = dossier.ok_or(ApiError::from(ProblemCode::NoMatch))?;
    let key = keys::issue(
        &app,
        &mut tx,
        &dossier.id,
        AccessScope::Manage,
        keys::LOOK_UP_DAYS,
        now,
    )
    .await?;
    once.finish(
        tx,
        StatusCode::OK,
        &Found {
            reference: dossier.reference,
            key,
        },
    )
    .await
}
