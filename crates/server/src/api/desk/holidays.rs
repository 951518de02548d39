//! `/api/desk/holidays`: the country's holidays and working Saturdays, which the administrator changes.

pub mod change;
pub mod history;
pub mod preview;
pub mod read;
pub mod undo;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::read, change::change))
        .routes(routes!(preview::preview))
        .routes(routes!(history::history))
        .routes(routes!(undo::preview, undo::undo))
}
