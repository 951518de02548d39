//! `POST /api/desk/queue/{id}/priority`.

use crate::{
    app::{
        queue::change::{Change, Opened},
        staff::Staff,
    },
    problem::ApiError,
    state::App,
    web::{once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    problem::Problem,
    wire::queue::{QueueView, SetPriority},
};
use eid_store::queue::TicketState;

/// Says why somebody comes before others, or that nothing does: what an officer sees at the door.
///
/// # Errors
/// `no_match`, `state_conflict`.
#[utoipa::path(post, path = "/api/desk/queue/{id}/priority", tag = "queue", params(("id" = String, Path)), request_body = SetPriority,
    security(("staff" = [])), responses((status = 200, body = QueueView), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn priority(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { body, once }: Mutation<SetPriority>,
) -> Result<Response, ApiError> {
    let mut change = match Change::open(&app, &once, &staff).await? {
        Opened::Change(change) => *change,
        Opened::Again(answer) => return Ok(answer),
    };
    let mut ticket = change.ticket(&id, &[TicketState::Waiting, TicketState::Called])?;
    body.priority.as_str().clone_into(&mut ticket.priority);
    change.store(&app, &staff, &mut ticket, "queue.priority").await?;
    change.answer(&app, &once, &staff).await
}
