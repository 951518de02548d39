//! `POST /api/activation/passcode`.

use crate::{
    app::journey::{self, JourneyCookie},
    problem::ApiError,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    field::FieldError,
    identity::BirthDate,
    problem::{Problem, ProblemCode},
    secret::Passcode,
    wire::activation::{ActivationView, SetPasscode, Step},
};
use eid_store::accounts;
use jiff::Timestamp;

/// Chooses the passcode; it counts once the journey is done.
///
/// # Errors
/// `invalid_fields`, `journey_expired`, `state_conflict`.
#[utoipa::path(post, path = "/api/activation/passcode", tag = "activation", request_body = SetPasscode,
    security(("activation" = [])), responses((status = 200, body = ActivationView),
    (status = 409, body = Problem), (status = 410, body = Problem), (status = 422, body = Problem)))]
pub async fn passcode(
    State(app): State<App>,
    cookie: JourneyCookie,
    Mutation { body, once }: Mutation<SetPasscode>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let birth = birth_of(&app, &cookie, now).await?;
    let chosen = Passcode::parse(&body.passcode, birth.as_ref());
    let chosen = chosen.map_err(|code| ApiError::field("passcode", code))?;
    chosen
        .confirm(&body.again)
        .map_err(|code| ApiError::from(vec![FieldError::new("again", code)]))?;
    let hash = cookie
        .hashed_at(&app, Step::Passcode, chosen.expose(), now)
        .await?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut found = cookie.journey_at(&mut tx, Step::Passcode, now).await?;
    found.passcode_hash = Some(hash.ok_or(ApiError::from(ProblemCode::StateConflict))?);
    journey::advance(&mut tx, &mut found, Step::Passcode, Step::Questions, now).await?;
    let view = journey::view(&mut tx, &found, now).await?;
    once.finish(tx, StatusCode::OK, &view).await
}

/// The holder's birth date, which may not be the passcode.
async fn birth_of(app: &App, cookie: &JourneyCookie, now: Timestamp) -> Result<Option<BirthDate>, ApiError> {
    let mut tx = app.store.read().await?;
    let found = cookie.journey(&mut tx, now).await?;
    let account = match &found.account_id {
        Some(id) => accounts::by_id(&mut tx, id).await?,
        None => None,
    };
    Ok(account.and_then(|account| BirthDate::from_iso(&account.birth_date).ok()))
}
