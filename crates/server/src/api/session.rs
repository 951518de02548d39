//! `/api/session`: a citizen signs in and out.

pub mod create;
pub mod delete;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(create::create, delete::delete))
}
