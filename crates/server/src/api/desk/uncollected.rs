//! `/api/desk/uncollected`: cards that nobody has come for.

pub mod list;
pub mod tell;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Most rows of the list, and most messages at a time.
const MOST: u32 = 500;

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(tell::tell))
}
