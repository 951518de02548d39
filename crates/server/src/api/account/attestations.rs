//! `/api/account/attestations`: showing one's e-ID, and who looked at it.

use crate::{
    app::{attestations, citizens::Citizen},
    problem::ApiError,
    state::App,
    web::{
        json::{Json, Nothing},
        once::Mutation,
    },
};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use eid_domain::{
    problem::Problem,
    wire::attestations::{Attestation, NewAttestation, ShownAttestations},
};
use eid_store::attestations as stored;

/// A statement about who is signed in, good for a minute, in the place of the one shown before. The answer is never kept
/// for a repeat: a repeat makes another.
///
/// # Errors
/// `invalid_fields`, also where the place of residence is ticked and nobody has confirmed one; `not_signed_in`,
/// `too_many_requests`; `state_conflict` where the account is not in use.
#[utoipa::path(post, path = "/api/account/attestations", tag = "account", security(("citizen" = [])),
    request_body = NewAttestation, responses((status = 201, body = Attestation), (status = 401, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    citizen: Citizen,
    Mutation { body, .. }: Mutation<NewAttestation>,
) -> Result<Response, ApiError> {
    let claims = body.parse().map_err(|code| ApiError::field("claims", code))?;
    let (account, now) = (&citizen.account, app.now());
    let mut tx = app.store.begin().await?;
    let made = attestations::make(&app, &mut tx, account, &claims, now).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(made)).into_response())
}

/// Those of the last thirty days and who asked about them.
///
/// # Errors
/// `not_signed_in`.
#[utoipa::path(get, path = "/api/account/attestations", tag = "account", security(("citizen" = [])), responses(
    (status = 200, body = ShownAttestations), (status = 401, body = Problem)))]
pub async fn list(State(app): State<App>, citizen: Citizen) -> Result<Json<ShownAttestations>, ApiError> {
    let mut tx = app.store.read().await?;
    Ok(Json(
        attestations::shown(&mut tx, &citizen.account, app.now()).await?,
    ))
}

/// Takes back what is shown now.
///
/// # Errors
/// `not_signed_in`.
#[utoipa::path(delete, path = "/api/account/attestations", tag = "account", security(("citizen" = [])), responses(
    (status = 204), (status = 401, body = Problem)))]
pub async fn revoke(
    State(app): State<App>,
    citizen: Citizen,
    _: Mutation<Nothing>,
) -> Result<StatusCode, ApiError> {
    let mut tx = app.store.begin().await?;
    stored::revoke_open(&mut tx, &citizen.account.id, app.now()).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
