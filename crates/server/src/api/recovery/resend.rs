//! `POST /api/recovery/resend`.

use crate::{
    app::{codes, recovery},
    limits,
    problem::ApiError,
    state::App,
    web::{
        json::{Json, Nothing},
        once::Mutation,
    },
};
use axum::{extract::State, http::HeaderMap};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::{Lang, recovery::RecoveryBegun},
};
use eid_store::codes as sent;

/// Another code. The answer is never kept for a repeat: a minute lies between two codes.
///
/// # Errors
/// `journey_expired`, `code_expired` where it was used, `too_many_requests`.
#[utoipa::path(post, path = "/api/recovery/resend", tag = "account", responses((status = 200, body = RecoveryBegun),
    (status = 410, body = Problem), (status = 429, body = Problem)))]
pub async fn resend(
    State(app): State<App>,
    headers: HeaderMap,
    _: Mutation<Nothing>,
) -> Result<Json<RecoveryBegun>, ApiError> {
    let now = app.now();
    let mut tx = app.store.begin().await?;
    let found = recovery::live(&mut tx, &headers, now).await?;
    let row = sent::by_id(&mut tx, &found.code_id).await?;
    let row = row.ok_or(ApiError::from(ProblemCode::JourneyExpired))?;
    let limit = &app.config.limits.recovery_subject;
    limits::spend(&mut tx, limit, &row.subject_hash, now).await?;
    let lang = Lang::from_tag(&row.payload);
    let row = codes::resend(&app, &mut tx, row, lang, now).await?;
    tx.commit().await?;
    app.wake.notify_one();
    Ok(Json(recovery::told(&row, now)))
}
