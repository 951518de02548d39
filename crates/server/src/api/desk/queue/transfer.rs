//! `POST /api/desk/queue/{id}/transfer`.

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
    field::FieldCode,
    problem::Problem,
    wire::queue::{AtStation, QueueView},
};
use eid_store::queue::TicketState;

/// Sends somebody on to another station, which calls them before anybody else.
///
/// # Errors
/// `no_match`, `state_conflict`; `invalid_fields` at `station`.
#[utoipa::path(post, path = "/api/desk/queue/{id}/transfer", tag = "queue", params(("id" = String, Path)), request_body = AtStation,
    security(("staff" = [])), responses((status = 200, body = QueueView), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn transfer(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { body, once }: Mutation<AtStation>,
) -> Result<Response, ApiError> {
    let mut change = match Change::open(&app, &once, &staff).await? {
        Opened::Change(change) => *change,
        Opened::Again(answer) => return Ok(answer),
    };
    let mut ticket = change.ticket(
        &id,
        &[TicketState::Waiting, TicketState::Called, TicketState::Serving],
    )?;
    change.known_station(body.station)?;
    if ticket.station == Some(body.station) {
        return Err(ApiError::field("station", FieldCode::ChoiceUnknown));
    }
    if ticket.state != TicketState::Waiting {
        ticket.transferred_from = ticket.station;
    }
    ticket.state = TicketState::Waiting;
    ticket.station = Some(body.station);
    ticket.served_at = None;
    ticket.calls = 0;
    change.store(&app, &staff, &mut ticket, "queue.transfer").await?;
    change.answer(&app, &once, &staff).await
}
