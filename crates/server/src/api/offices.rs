//! `/api/offices` and their free places.

pub mod all_days;
pub mod days;
pub mod hall;
pub mod list;
pub mod news;
pub mod slots;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(news::news))
        .routes(routes!(all_days::all_days))
        .routes(routes!(days::days))
        .routes(routes!(slots::slots))
        .routes(routes!(hall::read::read))
        .routes(routes!(hall::events::events))
}
