//! `/api/desk/stays`: stay notices for the police of the area.

pub mod export;
pub mod list;

use crate::{app::staff::Staff, problem::ApiError, state::App};
use eid_domain::{office::Office, problem::ProblemCode};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(export::export))
}

fn office_of(app: &App, staff: &Staff) -> Result<Arc<Office>, ApiError> {
    let office = app.catalog.lasting(&staff.office_id);
    office.ok_or(ApiError::from(ProblemCode::NotFound))
}
