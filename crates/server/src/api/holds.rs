//! `/api/holds`: a place kept while the form is filled in.

pub mod create;
pub mod extend;
pub mod read;
pub mod release;
pub mod view;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(create::create))
        .routes(routes!(read::read, release::release))
        .routes(routes!(extend::extend))
}
