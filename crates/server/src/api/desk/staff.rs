//! `/api/desk/staff`: who may sign in at the desk; for administrators.

pub mod add;
pub mod edit;
pub mod list;
pub mod password;
pub mod step;

use crate::{
    app::{
        audit::{self, Done, Who},
        staff::{Right, Staff},
    },
    limits,
    problem::ApiError,
    state::App,
};
use eid_domain::{field::FieldCode, problem::ProblemCode};
use eid_store::{
    Tx,
    staff::{self, Staff as Row},
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

/// Counts a change, and refuses who may make none.
async fn spend(app: &App, tx: &mut Tx, me: &Staff, now: Timestamp) -> Result<(), ApiError> {
    me.need(Right::Admit)?;
    limits::spend(tx, &app.config.limits.staff_admin_staff, &me.id, now).await
}

/// The one to be changed: never oneself. Who has locked themselves out could not undo it.
async fn other(tx: &mut Tx, me: &Staff, id: &str) -> Result<Row, ApiError> {
    let row = staff::lock(tx, id).await?;
    let row = row.ok_or(ApiError::from(ProblemCode::NotFound))?;
    if row.id == me.id {
        return Err(ProblemCode::StateConflict.into());
    }
    Ok(row)
}

fn known_office(app: &App, id: &str) -> Result<(), ApiError> {
    match app.catalog.lasting(id) {
        Some(_) => Ok(()),
        None => Err(ApiError::field("office_id", FieldCode::ChoiceUnknown)),
    }
}

async fn note(
    app: &App,
    tx: &mut Tx,
    me: &Staff,
    action: &str,
    id: &str,
    now: Timestamp,
) -> Result<(), ApiError> {
    let done = Done {
        who: Who::Staff(&me.id),
        action,
        kind: "staff",
        id,
        reason: None,
    };
    audit::note(app, tx, now, done).await
}
