//! `/api/desk/queue`: the line of today at the officer's office.

pub mod absent;
pub mod back;
pub mod done;
pub mod dossier;
pub mod events;
pub mod next;
pub mod priority;
pub mod read;
pub mod recall;
pub mod serve;
pub mod transfer;
pub mod walk_in;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::read))
        .routes(routes!(events::events))
        .routes(routes!(next::next))
        .routes(routes!(walk_in::walk_in))
        .routes(routes!(dossier::dossier))
        .routes(routes!(recall::recall))
        .routes(routes!(serve::serve))
        .routes(routes!(done::done))
        .routes(routes!(absent::absent))
        .routes(routes!(back::back))
        .routes(routes!(transfer::transfer))
        .routes(routes!(priority::priority))
}
