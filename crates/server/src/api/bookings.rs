//! `/api/bookings`: from a hold to a booked visit, and its changes.

pub mod cancel;
pub mod cancel_link;
pub mod check;
pub mod create;
pub mod exemption;
pub mod existing;
pub mod insert;
mod proved;
pub mod reschedule;
pub mod waiting;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(create::create))
        .routes(routes!(existing::existing))
        .routes(routes!(exemption::exemption))
        .routes(routes!(reschedule::reschedule))
        .routes(routes!(cancel::cancel))
        .routes(routes!(cancel_link::read, cancel_link::confirm))
        .merge(waiting::router())
}
