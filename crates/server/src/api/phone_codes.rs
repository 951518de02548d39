//! `/api/phone-codes`: proving a phone.

pub mod confirm;
pub mod create;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(create::create))
        .routes(routes!(confirm::confirm))
}
