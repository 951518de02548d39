//! `/api/activation`: from an approved account to one that works.

pub mod code;
pub mod passcode;
pub mod password;
pub mod questions;
pub mod read;
pub mod resend;
pub mod start;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(start::start, read::read))
        .routes(routes!(resend::resend))
        .routes(routes!(code::code))
        .routes(routes!(password::password))
        .routes(routes!(passcode::passcode))
        .routes(routes!(questions::questions))
}
