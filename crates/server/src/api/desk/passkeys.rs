//! `/api/desk/passkeys`: one's own passkeys as a member of staff.

pub mod add;
pub mod begin;
pub mod list;
pub mod remove;

use crate::{app::passkeys::Owner, state::App};
use eid_store::{sessions::SessionKind, staff::Staff};
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, add::add))
        .routes(routes!(begin::begin))
        .routes(routes!(remove::remove))
}

const fn owner(row: &Staff) -> Owner<'_> {
    Owner {
        kind: SessionKind::Staff,
        id: row.id.as_str(),
        name: row.username.as_str(),
        display: row.name.as_str(),
    }
}
