//! `/api/dossiers`: receipt and timeline.

pub mod ask;
pub mod correction;
pub mod links;
pub mod read;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::read))
        .routes(routes!(ask::ask))
        .routes(routes!(correction::correction))
        .routes(routes!(links::create, links::delete))
}
