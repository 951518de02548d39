//! `/api/desk`: what staff see and do.

pub mod cards;
pub mod closures;
pub mod day;
pub mod dossiers;
pub mod home_visits;
pub mod ministry;
pub mod session;
pub mod stops;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of the desk.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(day::day))
        .routes(routes!(cards::cards))
        .merge(closures::router())
        .merge(session::router())
        .merge(stops::router())
        .merge(home_visits::router())
        .merge(dossiers::router())
        .merge(ministry::router())
}
