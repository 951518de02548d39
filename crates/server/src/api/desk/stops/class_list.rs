//! `/api/desk/stops/{id}/class-list`: a school's list becomes visits of its pupils.

pub mod confirm;
pub mod preview;

use crate::{
    app::{
        audit::{self, Done, Who},
        class_list::read::{self, Row},
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
};
use axum::extract::DefaultBodyLimit;
use eid_domain::{campaign::StopKind, field::FieldCode, problem::ProblemCode, wire::class_list::MOST_BYTES};
use eid_store::{
    Tx,
    stops::{Stop, StopState},
};
use jiff::Timestamp;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The list as JSON: line ends and quotes take two bytes there.
const LARGEST_BODY: usize = MOST_BYTES + MOST_BYTES / 2;

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(preview::preview))
        .routes(routes!(confirm::confirm))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
}

/// The rows of a list that the officer may bring.
fn rows(app: &App, staff: &Staff, csv: &str) -> Result<Vec<Row>, ApiError> {
    staff.need(Right::Plan)?;
    if csv.len() > MOST_BYTES {
        return Err(ApiError::field("csv", FieldCode::TextTooLong));
    }
    Ok(read::rows(csv, app.today())?)
}

/// A list tells whose dossier is open, so looking at what would become of it is written down as booking is.
async fn note(
    app: &App,
    tx: &mut Tx,
    staff: &Staff,
    action: &str,
    stop: &Stop,
    now: Timestamp,
) -> Result<(), ApiError> {
    let done = Done {
        who: Who::Staff(&staff.id),
        action,
        kind: "stop",
        id: &stop.id,
        reason: None,
    };
    audit::note(app, tx, now, done).await
}

/// Lists are taken for schools, until the day before.
fn check_open(app: &App, stop: &Stop) -> Result<(), ApiError> {
    let is_school = stop.kind == StopKind::School.as_str();
    if is_school && stop.state == StopState::Planned && app.today() < stop.date {
        Ok(())
    } else {
        Err(ProblemCode::StateConflict.into())
    }
}
