//! `POST /api/desk/queue/{id}/serve`.

use crate::{
    app::{
        audit::Who,
        dossiers::{self as cases, Move},
        queue::change::{Change, Opened},
        staff::Staff,
    },
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    dossier::{Actor, State as DossierState},
    problem::Problem,
    wire::queue::QueueView,
};
use eid_store::{dossiers, queue::TicketState};

/// The person stands at the counter. Where they have booked, their intake begins.
///
/// # Errors
/// `no_match`, `state_conflict`.
#[utoipa::path(post, path = "/api/desk/queue/{id}/serve", tag = "queue", params(("id" = String, Path)),
    security(("staff" = [])), responses((status = 200, body = QueueView), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn serve(
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
    if let Some(dossier_id) = ticket.dossier_id.clone()
        && let Some(mut dossier) = dossiers::by_id(&mut change.tx, &dossier_id).await?
        && cases::state_of(&dossier)? == DossierState::CheckedIn
    {
        dossier.message = None;
        let step = Move {
            to: DossierState::InIntake,
            actor: Actor::Officer,
            who: Who::Staff(&staff.id),
            note: None,
        };
        // It takes the ticket along.
        cases::step(&app, &mut change.tx, &mut dossier, step, change.now).await?;
        return change.answer(&app, &once, &staff).await;
    }
    ticket.state = TicketState::Serving;
    ticket.served_at = Some(change.now);
    change.store(&app, &staff, &mut ticket, "queue.serve").await?;
    change.answer(&app, &once, &staff).await
}
