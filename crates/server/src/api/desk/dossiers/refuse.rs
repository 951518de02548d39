//! `POST /api/desk/dossiers/{reference}/refuse`.

use super::words;
use crate::{
    app::{
        desk::{Case, Opened},
        staff::{Right, Staff},
    },
    notices::{Kind, queue, text::Facts},
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
    Mutation { body, once }: Mutation<WithReason>,
) -> Result<Response, ApiError> {
    let reason = words::reason(&body.reason)?;
    let mut case = match Case::open(&app, &once, &staff, Right::Receive, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    case.dossier.message = Some(reason.to_owned());
    case.step(&app, &staff, DossierState::Refused, Some(reason))
        .await?;
    words::end_visit(&mut case.tx, &case.dossier.id).await?;
    let facts = Facts {
        reason: reason.to_owned(),
        ..Facts::default()
    };
    queue::tell(&app, &mut case.tx, &case.dossier, Kind::Refused, facts, case.now).await?;
    case.answer(&app, &once, &staff).await
}
