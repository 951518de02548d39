//! `/api/desk/session`.

pub mod code;
pub mod create;
pub mod delete;
pub mod passkey;
pub mod read;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(create::create, read::read, delete::delete))
        .routes(routes!(code::code))
        .routes(routes!(passkey::begin::begin))
        .routes(routes!(passkey::finish::finish))
}
