//! `/api/dossiers/{reference}/delivery`: how the card comes to its owner.

use crate::{
    app::{
        audit::Who,
        deliveries,
        owner::{Begun, Owner},
    },
    problem::ApiError,
    state::App,
    web::{json::Json, once::Mutation},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    dossier::Actor,
    problem::Problem,
    wire::delivery::{ChooseDelivery, DeliveryView},
};

/// What is chosen. An address is shown to nobody who may only read.
///
/// # Errors
/// `no_match`: no such reference, or another's key; `not_allowed` for a key that only reads.
#[utoipa::path(get, path = "/api/dossiers/{reference}/delivery", tag = "tracking",
    params(("reference" = String, Path)), security(("access_key" = [])), responses(
    (status = 200, body = DeliveryView), (status = 403, body = Problem),
    (status = 404, body = Problem, description = "`no_match`")))]
pub async fn read(State(app): State<App>, owner: Owner) -> Result<Json<DeliveryView>, ApiError> {
    let (mut tx, dossier) = owner.look(&app).await?;
    Ok(Json(deliveries::seen(&mut tx, &dossier).await?))
}

/// Collect it, or have it brought to an address; and another number for messages, where one is given. Every phone of the
/// person is told.
///
/// # Errors
/// `no_match`, `not_allowed`; `invalid_fields` at `way`, `commune_code`, `line`, `contact_phone`; `change_not_allowed`: not
/// received yet, with the post, or over; `too_many_requests`.
#[utoipa::path(put, path = "/api/dossiers/{reference}/delivery", tag = "tracking",
    params(("reference" = String, Path)), request_body = ChooseDelivery, security(("access_key" = [])), responses(
    (status = 200, body = DeliveryView), (status = 403, body = Problem),
    (status = 404, body = Problem, description = "`no_match`"),
    (status = 409, body = Problem, description = "`change_not_allowed`"), (status = 422, body = Problem),
    (status = 429, body = Problem)))]
pub async fn choose(
    State(app): State<App>,
    owner: Owner,
    Mutation { body, once }: Mutation<ChooseDelivery>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let (mut tx, mut dossier) = match owner
        .begin(&app, &once, Some(&app.config.limits.delivery_source), now)
        .await?
    {
        Begun::First(tx, dossier) => (tx, dossier),
        Begun::Again(answer) => return Ok(answer),
    };
    let chosen = body.parse()?;
    let id = dossier.id.clone();
    let who = (Actor::Citizen, Who::Citizen(&id));
    deliveries::choose(&app, &mut tx, &mut dossier, chosen, who, now).await?;
    let seen = deliveries::seen(&mut tx, &dossier).await?;
    let answer = once.finish(tx, StatusCode::OK, &seen).await;
    app.wake.notify_one();
    answer
}
