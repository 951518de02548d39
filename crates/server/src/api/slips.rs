//! `/api/slips`: what a slip is checked with, and whether its visit still stands.

pub mod keys;
pub mod standing;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(keys::keys))
        .routes(routes!(standing::standing))
}
