//! `/api/recovery`: another password for who has forgotten the old one.

pub mod code;
pub mod passcode;
pub mod password;
pub mod resend;
pub mod start;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(start::start))
        .routes(routes!(resend::resend))
        .routes(routes!(code::code))
        .routes(routes!(password::password))
        .routes(routes!(passcode::passcode))
}
