//! `/api/desk/tickets`: what people ask their office, and data that must be put right.

pub mod answer;
pub mod close;
pub mod list;
pub mod send_on;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(answer::answer))
        .routes(routes!(send_on::send_on))
        .routes(routes!(close::close))
}
