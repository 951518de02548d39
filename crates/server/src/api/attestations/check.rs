//! `POST /api/attestations/check`.

use crate::{
    app::{
        attestations::{self, Checker},
        venues::MaybeVenue,
    },
    limits,
    problem::ApiError,
    state::App,
    web::{client::Source, json::Json, once::Mutation},
};
use axum::extract::State;
use eid_domain::{
    field::FieldCode,
    problem::Problem,
    shown,
    wire::attestations::{CheckAttestation, CheckedAttestation, LONGEST_CHECKER},
};

/// Whether what a code says stands. The owner sees that somebody asked, and what they call themselves. A forged one and one
/// that is not known are one answer. A registered place that is signed in is named as it was registered, and finds the check
/// in its list. The answer is never kept for a repeat: it may be another a second later.
///
/// # Errors
/// `invalid_fields`, `too_many_requests`.
#[utoipa::path(post, path = "/api/attestations/check", tag = "attestations", request_body = CheckAttestation,
    responses((status = 200, body = CheckedAttestation), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn check(
    State(app): State<App>,
    source: Source,
    MaybeVenue(venue): MaybeVenue,
    Mutation { body, .. }: Mutation<CheckAttestation>,
) -> Result<Json<CheckedAttestation>, ApiError> {
    // It goes to the owner's page as it is: nothing in it may turn the words around it.
    let checker = shown(body.checker.trim());
    if checker.chars().count() > LONGEST_CHECKER {
        return Err(ApiError::field("checker", FieldCode::TextTooLong));
    }
    let now = app.now();
    let mut tx = app.store.begin().await?;
    limits::spend(
        &mut tx,
        &app.config.limits.attestation_check_source,
        &source.0,
        now,
    )
    .await?;
    let checker = venue.as_ref().map_or(Checker::Named(&checker), Checker::Venue);
    let state = attestations::check(&app, &mut tx, &body.token, checker, now).await?;
    tx.commit().await?;
    Ok(Json(CheckedAttestation { state }))
}
