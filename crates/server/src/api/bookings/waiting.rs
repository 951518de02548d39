//! `/api/bookings/{reference}/waiting`: waiting for an earlier place, and answering an offer.

pub mod create;
pub mod decline;
mod family;
pub mod read;
pub mod take;
pub mod view;
pub mod withdraw;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::read, create::create, withdraw::withdraw))
        .routes(routes!(take::take))
        .routes(routes!(decline::decline))
}
