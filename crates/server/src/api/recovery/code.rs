//! `POST /api/recovery/code`.

use crate::{
    app::{
        codes::{self, Purpose},
        recovery,
    },
    limits,
    problem::ApiError,
    state::App,
    web::{client::Source, json::Json, once::Mutation},
};
use axum::{extract::State, http::HeaderMap};
use eid_domain::{
    problem::{Problem, ProblemCode},
    secret::{OneTimeCode, SecurityQuestion},
    wire::recovery::{RecoveryCode, RecoveryQuestions},
};
use eid_store::{accounts, recoveries};

/// Proves the phone; only now anything is told about the account: what its owner chose to be asked. The answer is never kept
/// for a repeat: a code is good once.
///
/// # Errors
/// `journey_expired`, `invalid_fields`, `code_wrong` with the tries left, `code_expired`, `too_many_requests`.
#[utoipa::path(post, path = "/api/recovery/code", tag = "account", request_body = RecoveryCode, responses(
    (status = 200, body = RecoveryQuestions), (status = 410, body = Problem), (status = 422, body = Problem),
    (status = 429, body = Problem)))]
pub async fn code(
    State(app): State<App>,
    source: Source,
    headers: HeaderMap,
    Mutation { body, .. }: Mutation<RecoveryCode>,
) -> Result<Json<RecoveryQuestions>, ApiError> {
    let typed = OneTimeCode::parse(&body.code).map_err(|code| ApiError::field("code", code))?;
    let now = app.now();
    let expired = || ApiError::from(ProblemCode::JourneyExpired);
    let mut tx = app.store.begin().await?;
    limits::spend(&mut tx, &app.config.limits.code_try_source, &source.0, now).await?;
    let found = recovery::live(&mut tx, &headers, now).await?;
    if let codes::Tried::Refused(refusal) =
        codes::attempt(&app, &mut tx, Purpose::Recovery, &found.code_id, &typed, now).await?
    {
        tx.commit().await?;
        return Err(refusal);
    }
    let id = found.account_id.as_deref().ok_or_else(expired)?;
    recoveries::prove(&mut tx, &found.hash, recovery::open_until(now)).await?;
    let asked = accounts::answers(&mut tx, id).await?;
    tx.commit().await?;
    let questions = asked
        .iter()
        .filter_map(|one| SecurityQuestion::parse(&one.question));
    Ok(Json(RecoveryQuestions {
        questions: questions.collect(),
    }))
}
