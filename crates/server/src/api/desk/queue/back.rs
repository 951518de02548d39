//! `POST /api/desk/queue/{id}/back`.

use crate::{
    app::{
        dossiers as cases,
        queue::change::{Change, Opened},
        staff::Staff,
    },
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    dossier::State as DossierState,
    problem::{Problem, ProblemCode},
    wire::queue::QueueView,
};
use eid_store::{dossiers, queue::TicketState};

/// Somebody who was not there has come back: to the end of the line.
///
/// # Errors
/// `no_match`; `state_conflict` where they stand in the line again already.
#[utoipa::path(post, path = "/api/desk/queue/{id}/back", tag = "queue", params(("id" = String, Path)),
    security(("staff" = [])), responses((status = 200, body = QueueView), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn back(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let mut change = match Change::open(&app, &once, &staff).await? {
        Opened::Change(change) => *change,
        Opened::Again(answer) => return Ok(answer),
    };
    let mut ticket = change.ticket(&id, &[TicketState::Absent])?;
    if let Some(dossier_id) = &ticket.dossier_id {
        // Who has left the counter for good comes back by another way.
        let dossier = dossiers::by_id(&mut change.tx, dossier_id).await?;
        let state = dossier.as_ref().map(cases::state_of).transpose()?;
        if !matches!(state, Some(DossierState::CheckedIn | DossierState::InIntake)) {
            return Err(ProblemCode::StateConflict.into());
        }
    }
    ticket.state = TicketState::Waiting;
    ticket.station = None;
    ticket.ended_at = None;
    ticket.waits_from = change.now;
    ticket.calls = 0;
    change.store(&app, &staff, &mut ticket, "queue.back").await?;
    change.answer(&app, &once, &staff).await
}
