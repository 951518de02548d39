//! `POST /api/desk/dossiers/{reference}/refuse`.

use super::words::{End, turn_away};
use crate::{
    app::staff::Staff,
    notices::Kind,
    problem::ApiError,
    state::App,
    web::{once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    dossier::State as DossierState,
    problem::Problem,
    wire::{desk::DeskDossier, intake::WithReason},
};

/// Refuses in writing (notice CC03); the person reads the reason.
///
/// # Errors
/// `invalid_fields`, `state_conflict`.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/refuse", tag = "desk",
    params(("reference" = String, Path)), request_body = WithReason, security(("staff" = [])), responses(
    (status = 200, body = DeskDossier), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem, description = "`state_conflict`"),
    (status = 422, body = Problem)))]
pub async fn refuse(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    wanted: Mutation<WithReason>,
) -> Result<Response, ApiError> {
    let end = End {
        to: DossierState::Refused,
        kind: Kind::Refused,
        from: None,
    };
    turn_away(&app, &staff, &reference, &wanted, end).await
}
