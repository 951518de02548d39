//! `POST /api/desk/queue/{id}/recall`.

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

/// Calls somebody again who has not come yet.
///
/// # Errors
/// `no_match`, `state_conflict`.
#[utoipa::path(post, path = "/api/desk/queue/{id}/recall", tag = "queue", params(("id" = String, Path)),
    security(("staff" = [])), responses((status = 200, body = QueueView), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn recall(
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
    ticket.calls = ticket.calls.saturating_add(1);
    ticket.called_at = Some(change.now);
    change.store(&app, &staff, &mut ticket, "queue.recall").await?;
    change.answer(&app, &once, &staff).await
}
