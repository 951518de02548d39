//! `POST /api/activation/resend`.

use crate::{
    app::{
        codes,
        journey::{self, JourneyCookie},
    },
    limits,
    problem::ApiError,
    state::App,
    web::{
        json::Nothing,
        once::{Mutation, Work},
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::{
        Lang,
        activation::{ActivationView, Step},
    },
};
use eid_store::{accounts, codes as stored_codes, dossiers};

/// Sends another code.
///
/// # Errors
/// `too_many_requests` within a minute of the last, `journey_expired`.
#[utoipa::path(post, path = "/api/activation/resend", tag = "activation", security(("activation" = [])),
    responses((status = 200, body = ActivationView), (status = 410, body = Problem),
    (status = 429, body = Problem)))]
pub async fn resend(
    State(app): State<App>,
    cookie: JourneyCookie,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut found = cookie.journey_at(&mut tx, Step::Code, now).await?;
    let expired = || ApiError::from(ProblemCode::JourneyExpired);
    let id = found.code_id.clone().ok_or_else(expired)?;
    let row = stored_codes::by_id(&mut tx, &id).await?.ok_or_else(expired)?;
    limits::spend(
        &mut tx,
        &app.config.limits.activation_subject,
        // The person that `start` has counted for: both ways together send five an hour.
        &row.payload,
        now,
    )
    .await?;
    let account = match &found.account_id {
        Some(id) => accounts::by_id(&mut tx, id).await?,
        None => None,
    };
    let dossier = match account.and_then(|account| account.dossier_id) {
        Some(id) => dossiers::by_id(&mut tx, &id).await?,
        None => None,
    };
    let lang = dossier.map_or(Lang::Vi, |dossier| Lang::from_tag(&dossier.lang));
    codes::resend(&app, &mut tx, row, lang, now).await?;
    journey::advance(&mut tx, &mut found, Step::Code, Step::Code, now).await?;
    let view = journey::view(&mut tx, &found, now).await?;
    let answer = once.finish(tx, StatusCode::OK, &view).await;
    app.wake.notify_one();
    answer
}
