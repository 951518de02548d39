//! `POST /api/activation/password`.

use crate::{
    app::journey::{self, JourneyCookie},
    problem::ApiError,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    field::FieldError,
    problem::{Problem, ProblemCode},
    secret::Password,
    wire::activation::{ActivationView, SetPassword, Step},
};

/// Chooses the password; it counts once the journey is done.
///
/// # Errors
/// `invalid_fields` with every rule that is not kept, `journey_expired`, `state_conflict`.
#[utoipa::path(post, path = "/api/activation/password", tag = "activation", request_body = SetPassword,
    security(("activation" = [])), responses((status = 200, body = ActivationView),
    (status = 409, body = Problem), (status = 410, body = Problem), (status = 422, body = Problem)))]
pub async fn password(
    State(app): State<App>,
    cookie: JourneyCookie,
    Mutation { body, once }: Mutation<SetPassword>,
) -> Result<Response, ApiError> {
    let unmet: Vec<FieldError> = Password::check(&body.password)
        .unmet()
        .map(|code| FieldError::new("password", code))
        .collect();
    if !unmet.is_empty() {
        return Err(unmet.into());
    }
    let chosen = Password::parse(&body.password).map_err(|code| ApiError::field("password", code))?;
    // Hashed before the transaction: 30 ms with the only writer in hand would be long.
    let now = app.now();
    let hash = cookie
        .hashed_at(&app, Step::Password, chosen.expose(), now)
        .await?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut found = cookie.journey_at(&mut tx, Step::Password, now).await?;
    found.password_hash = Some(hash.ok_or(ApiError::from(ProblemCode::StateConflict))?);
    journey::advance(&mut tx, &mut found, Step::Password, Step::Passcode, now).await?;
    let view = journey::view(&mut tx, &found, now).await?;
    once.finish(tx, StatusCode::OK, &view).await
}
