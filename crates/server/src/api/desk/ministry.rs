//! `/api/desk/ministry`: the pace of the simulated ministry; only in a demo.

pub mod read;
pub mod update;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(read::read, update::update))
}
