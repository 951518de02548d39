//! `/api/tracking`: finding one's dossier again.

pub mod by_code;
pub mod by_person;
pub mod confirm;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(by_code::by_code))
        .routes(routes!(by_person::by_person))
        .routes(routes!(confirm::confirm))
}
