//! `POST /api/desk/dossiers/{reference}/undo-check-in`.

use crate::{
    app::{
        audit::{self, Done, Who},
        desk::{Case, Opened},
        dossiers as cases,
        staff::{Right, Staff},
    },
    notices::{
        Kind,
        queue::{self, Sending},
        text::Facts,
    },
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    calendar::office_now,
    dossier::{State as DossierState, before_arrival},
    problem::{Problem, ProblemCode},
    wire::desk::DeskDossier,
};
use eid_store::appointments::{self, AppointmentState};

/// The person had not come, or has left before they were called: the visit stands again as it was, their number is gone,
/// and they are told.
///
/// # Errors
/// `state_conflict` where they are not checked in, or at the counter already.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/undo-check-in", tag = "desk",
    params(("reference" = String, Path)), security(("staff" = [])), responses((status = 200, body = DeskDossier),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn undo_check_in(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let mut case = match Case::open(&app, &once, &staff, Right::Receive, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    if cases::state_of(&case.dossier)? != DossierState::CheckedIn {
        return Err(ProblemCode::StateConflict.into());
    }
    let to = before_arrival(&cases::history(&mut case.tx, &case.dossier.id).await?);
    case.step(&app, &staff, to, None).await?;
    let visit = case.visit().await?;
    let (came, booked) = (AppointmentState::CheckedIn, AppointmentState::Booked);
    if !appointments::set_state(&mut case.tx, &visit.id, came, booked, None).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "dossier.check_in_undone",
        kind: "dossier",
        id: &case.dossier.id,
        reason: None,
    };
    audit::note(&app, &mut case.tx, case.now, done).await?;
    let facts = Facts {
        visit: Some(office_now(visit.starts_at)),
        ..Facts::default()
    };
    let sending = Sending::of_visit(&visit.office_id, case.now);
    let (tx, dossier) = (&mut case.tx, &case.dossier);
    queue::tell_with(&app, tx, dossier, Kind::CheckInUndone, facts, sending, case.now).await?;
    case.answer(&app, &once, &staff).await
}
