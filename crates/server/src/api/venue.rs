//! `/api/venue`: a lodging or an apartment block that is signed in.

pub mod checks;
pub mod password;
pub mod session;
pub mod stays;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(session::create, session::read, session::delete))
        .routes(routes!(password::change))
        .routes(routes!(checks::list))
        .routes(routes!(stays::list, stays::file))
        .routes(routes!(stays::correct))
        .routes(routes!(stays::withdraw))
}
