//! `POST /api/recovery/passcode`.

use crate::{
    app::{
        daily,
        recovery::{self, Secret},
    },
    notices::text::{Facts, account::PASSCODE},
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
use eid_domain::{
    field::FieldCode, identity::BirthDate, problem::Problem, secret::Passcode, wire::recovery::NewPasscode,
};

const SECRET: Secret = Secret::Passcode;

/// Sets another passcode for both right answers, and ends the lock of a day of wrong ones; nobody is signed in any more, on
/// whatever device. Its owner is told. The password stays what it was, and cannot be set anew for a day: who has only the phone
/// and the answers has the owner's day against them. On the device that has the account both can be set at once.
///
/// # Errors
/// `journey_expired`, `state_conflict` before the code; `reset_too_soon`; `invalid_fields`, also where the passcode is the birth date, which
/// is told only after the answers were right; `locked_out`, `too_many_requests`.
#[utoipa::path(post, path = "/api/recovery/passcode", tag = "account", request_body = NewPasscode, responses(
    (status = 204), (status = 409, body = Problem), (status = 410, body = Problem), (status = 422, body = Problem),
    (status = 423, body = Problem), (status = 429, body = Problem)))]
pub async fn passcode(
    State(app): State<App>,
    source: Source,
    headers: HeaderMap,
    Mutation { body, once }: Mutation<NewPasscode>,
) -> Result<Response, ApiError> {
    let gone = [(header::SET_COOKIE, cookies::clear(cookies::RECOVERY))];
    if let Some(answer) = once.before().await? {
        return Ok((gone, answer).into_response());
    }
    let field = |code: FieldCode| ApiError::field("passcode", code);
    let passcode = Passcode::parse(&body.passcode, None).map_err(field)?;
    passcode
        .confirm(&body.again)
        .map_err(|code| ApiError::field("again", code))?;
    let now = app.now();
    let mut account = recovery::judge(&app, (&headers, &source), (SECRET, &body.answers), now).await?;
    let birth = BirthDate::from_iso(&account.birth_date).ok();
    Passcode::parse(&body.passcode, birth.as_ref()).map_err(field)?;
    account.passcode_hash = Some(app.passwords.hash(app.rng.as_ref(), passcode.expose()).await?);
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok((gone, answer).into_response()),
    };
    let limit = &app.config.limits.passcode_subject;
    daily::forget(&app, &mut tx, limit, daily::PASSCODE, &account.id, now).await?;
    let facts = Facts {
        reason: PASSCODE.to_owned(),
        ..Facts::default()
    };
    recovery::finish(&app, &mut tx, &mut account, (SECRET, facts), now).await?;
    Ok((gone, once.finish_empty(tx).await?).into_response())
}
