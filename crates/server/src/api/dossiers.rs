//! `/api/dossiers`: receipt and timeline.

pub mod ask;
pub mod correction;
pub mod delivery;
pub mod links;
pub mod mail;
pub mod mismatches;
pub mod notices;
pub mod own_data;
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
        .routes(routes!(delivery::read, delivery::choose))
        .routes(routes!(mismatches::read, mismatches::tell))
        .routes(routes!(notices::read, notices::change))
        .routes(routes!(mail::code))
        .routes(routes!(mail::confirm, mail::stop))
        .routes(routes!(links::create, links::delete))
        .routes(routes!(own_data::export))
        .routes(routes!(own_data::forget))
}
