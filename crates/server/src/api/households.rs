//! A family books together: windows that hold everybody, one hold for all, all dossiers or none;
//! moved and called off together too.

pub mod book;
pub mod cancel;
pub mod day;
pub mod days;
pub mod extend;
pub mod hold;
pub mod members;
pub mod read;
pub mod release;
pub mod reschedule;
pub mod view;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(days::days))
        .routes(routes!(day::day))
        .routes(routes!(hold::hold))
        .routes(routes!(read::read, release::release))
        .routes(routes!(extend::extend))
        .routes(routes!(book::book))
        .routes(routes!(reschedule::reschedule))
        .routes(routes!(cancel::cancel))
}
