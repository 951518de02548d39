//! `/api/desk/stops/{id}/class-list`: a school's list becomes visits of its pupils.

pub mod confirm;
pub mod preview;

use crate::{problem::ApiError, state::App};
use axum::extract::DefaultBodyLimit;
use eid_domain::{campaign::StopKind, field::FieldCode, problem::ProblemCode, wire::class_list::MOST_BYTES};
use eid_store::stops::{Stop, StopState};
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

fn check_size(csv: &str) -> Result<(), ApiError> {
    if csv.len() > MOST_BYTES {
        return Err(ApiError::field("csv", FieldCode::TextTooLong));
    }
    Ok(())
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
