//! `/api/desk/batches`: dossiers to the ministry by file, its decisions and its cards back.

pub mod confirm;
pub mod discard;
pub mod export;
pub mod file;
pub mod import;
pub mod list;
pub mod read;
pub mod rows;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(export::export))
        .routes(routes!(import::import))
        .routes(routes!(read::read))
        .routes(routes!(file::file))
        .routes(routes!(rows::rows))
        .routes(routes!(confirm::confirm))
        .routes(routes!(discard::discard))
}
