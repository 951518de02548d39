//! `POST /api/desk/dossiers/{reference}/reopen-activation`.

use crate::{
    app::{
        accounts as steps,
        audit::Who,
        desk::{Case, Opened},
        staff::{Right, Staff},
    },
    jobs::account::begin_clock,
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    account::State as AccountState,
    dossier::Actor,
    problem::{Problem, ProblemCode},
    wire::desk::DeskDossier,
};

/// Gives the person seven days anew (Decree 69/2024, art. 14).
///
/// # Errors
/// `state_conflict` unless the activation is overdue.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/reopen-activation", tag = "desk",
    params(("reference" = String, Path)), security(("staff" = [])), responses((status = 200, body = DeskDossier),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn reopen_activation(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let mut case = match Case::open(&app, &once, &staff, Right::Reopen, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    let account = steps::of_person(&mut case.tx, &case.dossier).await?;
    let mut account = account.ok_or(ApiError::from(ProblemCode::StateConflict))?;
    begin_clock(&app, &mut account, case.now);
    let by = (Actor::HelpDesk, Who::Staff(&staff.id));
    steps::step(
        &app,
        &mut case.tx,
        &mut account,
        AccountState::L2Approved,
        by,
        case.now,
    )
    .await?;
    crate::jobs::account::tell_approved(&app, &mut case.tx, &account, Some(&case.dossier), case.now).await?;
    case.answer(&app, &once, &staff).await
}
