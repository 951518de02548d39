//! `/api/desk/venues`: lodgings and apartment blocks with a sign-in of their own; for administrators.

pub mod add;
pub mod edit;
pub mod list;
pub mod password;
pub mod step;

use crate::{
    app::{
        audit::{self, Done, Who},
        staff::{Right, Staff},
        venues::KIND,
    },
    limits,
    problem::ApiError,
    state::App,
};
use eid_domain::problem::ProblemCode;
use eid_store::{
    Tx,
    venues::{self, Venue},
};
use jiff::Timestamp;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, add::add))
        .routes(routes!(edit::edit))
        .routes(routes!(step::step))
        .routes(routes!(password::reset))
}

/// Counts a change.
async fn spend(app: &App, tx: &mut Tx, me: &Staff, now: Timestamp) -> Result<(), ApiError> {
    me.need(Right::Venues)?;
    limits::spend(tx, &app.config.limits.venue_admin_staff, &me.id, now).await
}

async fn known(tx: &mut Tx, id: &str) -> Result<Venue, ApiError> {
    let row = venues::lock(tx, id).await?;
    row.ok_or(ApiError::from(ProblemCode::NotFound))
}

async fn note(
    app: &App,
    tx: &mut Tx,
    (me, action): (&Staff, &str),
    id: &str,
    now: Timestamp,
) -> Result<(), ApiError> {
    let done = Done {
        who: Who::Staff(&me.id),
        action,
        kind: KIND,
        id,
        reason: None,
    };
    audit::note(app, tx, now, done).await
}
