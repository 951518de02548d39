//! `POST /api/recovery/password`.

use crate::{
    app::{accounts as steps, audit::Who, citizens, daily, recovery},
    notices::Kind,
    problem::ApiError,
    state::App,
    web::{cookies, once::Mutation},
};
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use eid_domain::{
    field::{FieldCode, FieldError},
    problem::{Problem, ProblemCode},
    secret::{Password, answer_keys},
    wire::recovery::NewPassword,
};
use eid_store::{
    accounts::{self, SecurityAnswer},
    recoveries,
    sessions::{self, SessionKind},
};

/// Sets another password for both right answers; nobody is signed in any more, on whatever device. Its owner is told. Five
/// wrong tries lock until midnight. The answer is never kept for a repeat: it takes a cookie away.
///
/// # Errors
/// `journey_expired`, `state_conflict` before the code; `invalid_fields` with the tries left, `locked_out`.
#[utoipa::path(post, path = "/api/recovery/password", tag = "account", request_body = NewPassword, responses(
    (status = 204), (status = 409, body = Problem), (status = 410, body = Problem), (status = 422, body = Problem),
    (status = 423, body = Problem)))]
pub async fn password(
    State(app): State<App>,
    headers: HeaderMap,
    Mutation { body, .. }: Mutation<NewPassword>,
) -> Result<Response, ApiError> {
    let password = Password::parse(&body.password).map_err(|code| ApiError::field("password", code))?;
    let now = app.now();
    let expired = || ApiError::from(ProblemCode::JourneyExpired);
    let mut tx = app.store.begin().await?;
    let found = recovery::live(&mut tx, &headers, now).await?;
    if !found.proved {
        return Err(ProblemCode::StateConflict.into());
    }
    let id = found.account_id.clone().ok_or_else(expired)?;
    let stored = accounts::answers(&mut tx, &id).await?;
    let (limit, kind) = (&app.config.limits.recovery_answer_subject, "recovery answers");
    let left = daily::begin(&app, &mut tx, limit, kind, &id, now).await;
    tx.commit().await?;
    let left = left?;
    if !all_right(&app, &stored, &body.answers).await? {
        let fields = (0..stored.len())
            .map(|index| FieldError::new(&format!("answers.{index}"), FieldCode::AnswerWrong))
            .collect();
        return Err(Problem::invalid(fields).tries_left(left).into());
    }
    let hash = app.passwords.hash(app.rng.as_ref(), password.expose()).await?;
    let mut tx = app.store.begin().await?;
    let mut account = accounts::by_id(&mut tx, &id).await?.ok_or_else(expired)?;
    account.password_hash = Some(hash);
    accounts::update(&mut tx, &mut account).await?;
    daily::forget(&app, &mut tx, limit, kind, &id, now).await?;
    recoveries::end_of_account(&mut tx, &id).await?;
    sessions::delete_of_subject(&mut tx, SessionKind::Citizen, &id).await?;
    let who = Who::Citizen(&id);
    steps::note(&app, &mut tx, &account, "account.password_reset", who, now).await?;
    citizens::tell(&app, &mut tx, &account, Kind::PasswordChanged, now).await?;
    tx.commit().await?;
    let gone = cookies::clear(cookies::RECOVERY);
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, gone)]).into_response())
}

/// Which of them is wrong is not told: each would be guessed by itself.
async fn all_right(app: &App, stored: &[SecurityAnswer], typed: &[String]) -> Result<bool, ApiError> {
    let mut right = !stored.is_empty() && stored.len() == typed.len();
    for (known, typed) in stored.iter().zip(typed) {
        let plain = answer_keys(typed)
            .map(|keys| keys.plain.clone())
            .unwrap_or_default();
        right &= app.passwords.verify(Some(&known.answer_hash), &plain).await?;
    }
    Ok(right)
}
