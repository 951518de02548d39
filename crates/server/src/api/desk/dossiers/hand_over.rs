//! `POST /api/desk/dossiers/{reference}/hand-over`.

use crate::{
    app::{
        desk::{Case, Opened},
        staff::{Right, Staff},
    },
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{dossier::State as DossierState, problem::Problem, wire::desk::DeskDossier};

/// The card is in its owner's hands.
///
/// # Errors
/// `state_conflict`.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/hand-over", tag = "desk",
    params(("reference" = String, Path)), security(("staff" = [])), responses((status = 200, body = DeskDossier),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn hand_over(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let mut case = match Case::open(&app, &once, &staff, Right::Receive, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    case.step(&app, &staff, DossierState::HandedOver, None).await?;
    queue::tell(
        &app,
        &mut case.tx,
        &case.dossier,
        Kind::HandedOver,
        Facts::default(),
        case.now,
    )
    .await?;
    case.answer(&app, &once, &staff).await
}
