//! `GET /api/activation`.

use crate::{
    app::journey::{self, JourneyCookie},
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::activation::ActivationView};

/// Where the journey stands.
///
/// # Errors
/// `journey_expired`, also where there is none.
#[utoipa::path(get, path = "/api/activation", tag = "activation", security(("activation" = [])), responses(
    (status = 200, body = ActivationView), (status = 410, body = Problem)))]
pub async fn read(State(app): State<App>, cookie: JourneyCookie) -> Result<Json<ActivationView>, ApiError> {
    let now = app.now();
    let mut tx = app.store.read().await?;
    let found = cookie.journey(&mut tx, now).await?;
    Ok(Json(journey::view(&mut tx, &found, now).await?))
}
