//! `/api/session`: a citizen signs in and out.

pub mod create;
pub mod delete;
pub mod device;
pub mod passkey;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(create::create, delete::delete))
        .routes(routes!(passkey::begin::begin))
        .routes(routes!(passkey::finish::finish))
        .routes(routes!(device::change::change))
        .routes(routes!(device::code::code))
}
