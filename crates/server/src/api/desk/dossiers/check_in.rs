//! `POST /api/desk/dossiers/{reference}/check-in`.

use crate::{
    app::{
        desk::{Case, Opened},
        plan,
        queue::arrive,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    calendar::office_now,
    dossier::State as DossierState,
    problem::{Problem, ProblemCode},
    wire::desk::DeskDossier,
};
use eid_store::appointments::{self, Appointment, AppointmentState};
use jiff::Timestamp;

/// The person has arrived: they get a number and a message with the link to the line. Possible from the opening to the
/// close of the booked day, also when late.
///
/// # Errors
/// `change_not_allowed` on another day, `state_conflict`.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/check-in", tag = "desk",
    params(("reference" = String, Path)), security(("staff" = [])), responses((status = 200, body = DeskDossier),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`, `change_not_allowed`")))]
pub async fn check_in(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let mut case = match Case::open(&app, &once, &staff, Right::Receive, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    case.step(&app, &staff, DossierState::CheckedIn, None).await?;
    let visit = case.visit().await?;
    if !is_open(&app, &visit, case.now) {
        return Err(ProblemCode::ChangeNotAllowed.into());
    }
    let (from, to) = (AppointmentState::Booked, AppointmentState::CheckedIn);
    if !appointments::set_state(&mut case.tx, &visit.id, from, to, Some(case.now)).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    arrive::booked(&app, &mut case.tx, &staff, &case.dossier, &visit, case.now).await?;
    case.answer(&app, &once, &staff).await
}

fn is_open(app: &App, visit: &Appointment, now: Timestamp) -> bool {
    let office = app.catalog.office(&visit.office_id);
    plan::window(
        office.as_deref(),
        &app.catalog.calendar(),
        office_now(visit.starts_at),
    )
    .is_open(office_now(now))
}
