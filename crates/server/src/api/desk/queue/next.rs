//! `POST /api/desk/queue/next`.

use crate::{
    app::{
        queue::change::{Change, Opened},
        staff::Staff,
    },
    problem::ApiError,
    state::App,
    web::once::Mutation,
};
use axum::{extract::State, response::Response};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::queue::{AtStation, QueueView},
};
use eid_store::queue::{self, Ticket, TicketState};

/// Calls whoever is next to a station; whom the station was serving is done. Where nobody waits that it may call, only
/// that. Two officers who call at once get two people.
///
/// # Errors
/// `invalid_fields` at `station`; `state_conflict` while somebody is on the way to the station.
#[utoipa::path(post, path = "/api/desk/queue/next", tag = "queue", request_body = AtStation, security(("staff" = [])),
    responses((status = 200, body = QueueView), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 409, body = Problem)))]
pub async fn next(
    State(app): State<App>,
    staff: Staff,
    Mutation { body, once }: Mutation<AtStation>,
) -> Result<Response, ApiError> {
    let mut change = match Change::open(&app, &once, &staff).await? {
        Opened::Change(change) => *change,
        Opened::Again(answer) => return Ok(answer),
    };
    let station = body.station;
    change.known_station(station)?;
    if let Some(mut now) = at(&change, station) {
        if now.state == TicketState::Called {
            return Err(ProblemCode::StateConflict.into());
        }
        now.state = TicketState::Done;
        now.ended_at = Some(change.now);
        change.store(&app, &staff, &mut now, "queue.done").await?;
    }
    let picked = change.line.next(station);
    let picked =
        picked.and_then(|(index, passed)| Some((change.line.seen.get(index)?.ticket.clone(), passed)));
    if let Some((mut ticket, passed)) = picked {
        ticket.state = TicketState::Called;
        ticket.station = Some(station);
        ticket.called_at = Some(change.now);
        ticket.calls = 1;
        change.store(&app, &staff, &mut ticket, "queue.call").await?;
        let state = queue::Day {
            passed,
            ..change.line.state
        };
        queue::set(&mut change.tx, &staff.office_id, change.line.day, state).await?;
    }
    change.answer(&app, &once, &staff).await
}

/// Whom a station has.
fn at(change: &Change, station: u8) -> Option<Ticket> {
    let mut all = change.line.seen.iter().map(|seen| &seen.ticket);
    all.find(|ticket| {
        ticket.station == Some(station) && matches!(ticket.state, TicketState::Called | TicketState::Serving)
    })
    .cloned()
}
