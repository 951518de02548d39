//! `/api/desk/second-factor`: one's own second factor.

pub mod begin;
pub mod confirm;
pub mod read;
pub mod recovery_codes;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::read, begin::begin))
        .routes(routes!(confirm::confirm))
        .routes(routes!(recovery_codes::recovery_codes))
}
