//! `GET /api/desk/tickets`.

use crate::{
    app::{
        mendings, questions,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{
    problem::Problem,
    wire::tickets::{Ticket, Tickets},
};
use eid_store::tickets::{self, Referred};
use jiff::SignedDuration;

/// Answers are shown for so long.
const DAYS: i64 = 30;
/// At most so many of each.
const MOST: i64 = 200;

/// What the own office has been asked, and data that must be put right; the help desk sees those of any office.
///
/// # Errors
/// `not_signed_in`, `not_allowed`.
#[utoipa::path(get, path = "/api/desk/tickets", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = Tickets), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(State(app): State<App>, staff: Staff) -> Result<Json<Tickets>, ApiError> {
    staff.need(Right::Answer)?;
    let mut tx = app.store.read().await?;
    let office = (!staff.is_everywhere()).then_some(staff.office_id.as_str());
    let since = app.now() - SignedDuration::from_hours(24 * DAYS);
    let (waiting, answered) = tickets::of_office(&mut tx, office, since, MOST).await?;
    Ok(Json(Tickets {
        waiting: waiting.into_iter().map(row).collect(),
        answered: answered.into_iter().map(row).collect(),
        mendings: mendings::list(&app, &mut tx, office).await?,
    }))
}

fn row((ticket, reference): Referred) -> Ticket {
    Ticket {
        id: ticket.id.clone(),
        reference,
        question: questions::seen(ticket),
    }
}
