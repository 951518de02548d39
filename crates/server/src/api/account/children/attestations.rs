//! `/api/account/children/{id}/attestations`: showing a child's e-ID, and who looked at it.

use crate::{
    app::{accounts as steps, attestations, audit::Who, children, citizens::Citizen},
    problem::ApiError,
    state::App,
    web::{
        json::{Json, Nothing},
        once::Mutation,
        path::Path,
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

/// A statement about a child whom the owner of the account represents, as about themselves: level 2, while there is consent.
/// It falls with the consent. Each is in the audit of the child's account.
///
/// # Errors
/// `invalid_fields`, `not_signed_in`; `no_match` for another's child and for none; `state_conflict` without consent, at level
/// 1, or where an account is not in use; `too_many_requests`.
#[utoipa::path(post, path = "/api/account/children/{id}/attestations", tag = "account", params(("id" = String, Path)),
    security(("citizen" = [])), request_body = NewAttestation, responses((status = 201, body = Attestation),
    (status = 401, body = Problem), (status = 404, body = Problem, description = "`no_match`"),
    (status = 409, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    Path(id): Path<String>,
    citizen: Citizen,
    Mutation { body, .. }: Mutation<NewAttestation>,
) -> Result<Response, ApiError> {
    let claims = body.parse().map_err(|code| ApiError::field("claims", code))?;
    let now = app.now();
    let mut tx = app.store.begin().await?;
    let child = children::level_2_of(&app, &mut tx, &citizen.account, &id, now).await?;
    let made = attestations::make(&app, &mut tx, &child, &claims, now).await?;
    let by = Who::Citizen(&citizen.account.id);
    steps::note(&app, &mut tx, &child, "account.child_shown", by, now).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(made)).into_response())
}

/// Those of the last thirty days and who asked about them.
///
/// # Errors
/// `not_signed_in`; `no_match` for another's child and for none; `state_conflict` as for making one.
#[utoipa::path(get, path = "/api/account/children/{id}/attestations", tag = "account", params(("id" = String, Path)),
    security(("citizen" = [])), responses((status = 200, body = ShownAttestations), (status = 401, body = Problem),
    (status = 404, body = Problem, description = "`no_match`"), (status = 409, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Path(id): Path<String>,
    citizen: Citizen,
) -> Result<Json<ShownAttestations>, ApiError> {
    let now = app.now();
    let mut tx = app.store.read().await?;
    let child = children::level_2_of(&app, &mut tx, &citizen.account, &id, now).await?;
    let shown = attestations::shown(&mut tx, &child, now).await?;
    Ok(Json(ShownAttestations {
        child: Some(child.full_name),
        ..shown
    }))
}

/// Takes back what is shown now.
///
/// # Errors
/// `not_signed_in`; `no_match` for another's child and for none; `state_conflict` as for making one.
#[utoipa::path(delete, path = "/api/account/children/{id}/attestations", tag = "account", params(("id" = String, Path)),
    security(("citizen" = [])), responses((status = 204), (status = 401, body = Problem),
    (status = 404, body = Problem, description = "`no_match`"), (status = 409, body = Problem)))]
pub async fn revoke(
    State(app): State<App>,
    Path(id): Path<String>,
    citizen: Citizen,
    _: Mutation<Nothing>,
) -> Result<StatusCode, ApiError> {
    let now = app.now();
    let mut tx = app.store.begin().await?;
    let child = children::level_2_of(&app, &mut tx, &citizen.account, &id, now).await?;
    stored::revoke_open(&mut tx, &child.id, now).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
