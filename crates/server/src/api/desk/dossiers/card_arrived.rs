//! `POST /api/desk/dossiers/{reference}/card-arrived`.

use crate::{
    app::{
        arrivals,
        audit::Who,
        desk::{Case, Opened},
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    batch::Verdict,
    problem::{Problem, ProblemCode},
    wire::desk::DeskDossier,
};

/// The card has come to the office. The person is told by a job.
///
/// # Errors
/// `state_conflict`.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/card-arrived", tag = "desk",
    params(("reference" = String, Path)), security(("staff" = [])), responses((status = 200, body = DeskDossier),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn card_arrived(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let mut case = match Case::open(&app, &once, &staff, Right::Receive, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    let who = Who::Staff(&staff.id);
    if arrivals::arrive(&app, &mut case.tx, &mut case.dossier, who, case.now).await? != Verdict::Applies {
        return Err(ProblemCode::StateConflict.into());
    }
    case.answer(&app, &once, &staff).await
}
