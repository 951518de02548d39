//! `POST /api/desk/queue/{id}/absent`.

use crate::{
    app::{
        queue::change::{Change, Opened},
        staff::Staff,
    },
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::queue::QueueView,
};
use eid_store::queue::TicketState;

/// Nobody came: back to the end of the line, or, the last time, closed. Who was called once only may not have heard it.
///
/// # Errors
/// `no_match`, `state_conflict`.
#[utoipa::path(post, path = "/api/desk/queue/{id}/absent", tag = "queue", params(("id" = String, Path)),
    security(("staff" = [])), responses((status = 200, body = QueueView), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn absent(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let mut change = match Change::open(&app, &once, &staff).await? {
        Opened::Change(change) => *change,
        Opened::Again(answer) => return Ok(answer),
    };
    let mut ticket = change.ticket(&id, &[TicketState::Called])?;
    let rules = *change.line.rules();
    if ticket.calls < rules.calls {
        return Err(ProblemCode::StateConflict.into());
    }
    ticket.absences = ticket.absences.saturating_add(1);
    if ticket.absences >= rules.absences {
        ticket.state = TicketState::Absent;
        ticket.ended_at = Some(change.now);
    } else {
        ticket.state = TicketState::Waiting;
        ticket.station = None;
        ticket.waits_from = change.now;
        ticket.calls = 0;
    }
    change.store(&app, &staff, &mut ticket, "queue.absent").await?;
    change.answer(&app, &once, &staff).await
}
