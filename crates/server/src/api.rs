//! The endpoints: one a file, named by its verb, in a folder per resource.

pub mod account;
pub mod activation;
pub mod attestations;
pub mod bookings;
pub mod config;
pub mod desk;
pub mod dev;
pub mod dossiers;
pub mod health;
pub mod holds;
pub mod home_visits;
pub mod households;
pub mod lock_links;
pub mod offices;
pub mod phone_codes;
pub mod queue;
pub mod recovery;
pub mod rescue;
pub mod session;
pub mod slips;
pub mod tracking;
pub mod venue;
pub mod wallet;

use crate::state::App;
use utoipa_axum::router::OpenApiRouter;

/// Every endpoint with its documentation.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(health::router())
        .merge(config::router())
        .merge(rescue::router())
        .merge(offices::router())
        .merge(holds::router())
        .merge(households::router())
        .merge(home_visits::router())
        .merge(phone_codes::router())
        .merge(bookings::router())
        .merge(dossiers::router())
        .merge(tracking::router())
        .merge(activation::router())
        .merge(recovery::router())
        .merge(session::router())
        .merge(slips::router())
        .merge(queue::router())
        .merge(account::router())
        .merge(attestations::router())
        .merge(lock_links::router())
        .merge(venue::router())
        .merge(wallet::router())
        .merge(desk::router())
        .merge(dev::router())
}
