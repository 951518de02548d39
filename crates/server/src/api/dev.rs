//! `/api/dev`: simulated messages and the demo's clock; only in a demo.

pub mod batches;
pub mod clock;
pub mod messages;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(messages::messages))
        .routes(routes!(clock::clock))
        .routes(routes!(batches::file))
}
