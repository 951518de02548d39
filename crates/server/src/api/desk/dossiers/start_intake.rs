//! `POST /api/desk/dossiers/{reference}/start-intake`.

use crate::{
    app::{
        desk::{Case, Opened},
        dossiers as cases,
        staff::{Right, Staff},
        visits,
    },
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{dossier::State as DossierState, problem::Problem, wire::desk::DeskDossier};

/// The person is called to the counter: after check-in, or back with what had to be corrected.
///
/// # Errors
/// `state_conflict`.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/start-intake", tag = "desk",
    params(("reference" = String, Path)), security(("staff" = [])), responses((status = 200, body = DeskDossier),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn start_intake(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let mut case = match Case::open(&app, &once, &staff, Right::Receive, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    let returns = cases::state_of(&case.dossier)?.asks_to_return();
    case.dossier.message = None;
    case.step(&app, &staff, DossierState::InIntake, None).await?;
    if returns {
        visits::come_early(&app, &mut case.tx, &case.dossier, case.now).await?;
    }
    case.answer(&app, &once, &staff).await
}
