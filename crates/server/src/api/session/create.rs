//! `POST /api/session`.

use crate::{
    api::account::read::view_of,
    app::{accounts as steps, audit::Who, sessions},
    limits,
    problem::ApiError,
    state::App,
    web::{client::Source, json::Json, once::Mutation},
};
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use eid_domain::{
    account::State as AccountState,
    identity::PersonalNumber,
    problem::{Problem, ProblemCode},
    wire::account::{AccountView, SignIn},
};
use eid_store::{accounts, sessions::SessionKind};

/// Signs a citizen in. The answer is never kept for a repeat: it sets a cookie.
///
/// # Errors
/// `sign_in_refused` with the tries left: unknown number and wrong password are one answer; `locked_out`;
/// with the right password `account_locked`.
#[utoipa::path(post, path = "/api/session", tag = "account", request_body = SignIn, responses(
    (status = 200, body = AccountView), (status = 401, body = Problem, description = "`sign_in_refused`"),
    (status = 422, body = Problem), (status = 423, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    source: Source,
    headers: HeaderMap,
    Mutation { body, .. }: Mutation<SignIn>,
) -> Result<Response, ApiError> {
    let number = PersonalNumber::parse(&body.personal_number);
    let number = number.map_err(|code| ApiError::field("personal_number", code))?;
    let now = app.now();
    let subject = app.keys.blind("sign in", &[number.as_str()]);
    let limits = &app.config.limits;
    let mut tx = app.store.begin().await?;
    limits::check_open(&mut tx, &limits.sign_in_source, &source.0, now).await?;
    let left = limits::begin_try(&mut tx, &limits.sign_in_subject, &subject, now).await?;
    let account = accounts::by_person(&mut tx, number.as_str()).await?;
    tx.commit().await?;
    let stored = account
        .as_ref()
        .and_then(|account| account.password_hash.as_deref());
    let right = app.passwords.verify(stored, &body.password).await?;
    let mut tx = app.store.begin().await?;
    let Some(account) = account.filter(|_| right) else {
        limits::count_wrong(&mut tx, &limits.sign_in_source, &source.0, now).await?;
        tx.commit().await?;
        return Err(Problem::new(ProblemCode::SignInRefused).tries_left(left).into());
    };
    limits::forget(&mut tx, &limits.sign_in_subject, &subject).await?;
    if steps::state_of(&account)? == AccountState::Locked {
        tx.commit().await?;
        return Err(ProblemCode::AccountLocked.into());
    }
    let cookie = sessions::begin(&app, &mut tx, &headers, SessionKind::Citizen, &account.id, now).await?;
    accounts::signed_in(&mut tx, &account.id, now).await?;
    steps::note(
        &app,
        &mut tx,
        &account,
        "account.signed_in",
        Who::Citizen(&account.id),
        now,
    )
    .await?;
    let view = view_of(&mut tx, &account).await?;
    tx.commit().await?;
    Ok(([(header::SET_COOKIE, cookie)], Json(view)).into_response())
}
