//! `/api/desk/helper-sessions`: looking along where the owner of an account has given a code. Nothing here changes anything
//! of the account.

mod begin;
mod end;
mod look;
mod read;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(begin::begin))
        .routes(routes!(read::read, end::end))
        .routes(routes!(look::look))
}
