//! `POST /api/desk/queue/{id}/done`.

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
use eid_domain::{problem::Problem, wire::queue::QueueView};
use eid_store::queue::TicketState;

/// The person is served.
///
/// # Errors
/// `no_match`, `state_conflict`.
#[utoipa::path(post, path = "/api/desk/queue/{id}/done", tag = "queue", params(("id" = String, Path)),
    security(("staff" = [])), responses((status = 200, body = QueueView), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn done(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let mut change = match Change::open(&app, &once, &staff).await? {
        Opened::Change(change) => *change,
        Opened::Again(answer) => return Ok(answer),
    };
    let mut ticket = change.ticket(&id, &[TicketState::Serving])?;
    ticket.state = TicketState::Done;
    ticket.ended_at = Some(change.now);
    change.store(&app, &staff, &mut ticket, "queue.done").await?;
    change.answer(&app, &once, &staff).await
}
