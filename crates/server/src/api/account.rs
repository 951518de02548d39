//! `/api/account`.

pub mod aid;
pub mod attestations;
pub mod device_code;
pub mod helper;
pub mod lock;
pub mod not_me;
pub mod passkeys;
pub mod read;
pub mod sessions;
pub mod wallet;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::read))
        .routes(routes!(passkeys::list::list, passkeys::add::add))
        .routes(routes!(passkeys::begin::begin))
        .routes(routes!(passkeys::remove::remove))
        .routes(routes!(sessions::list::list, sessions::end_all::end_all))
        .routes(routes!(sessions::end::end))
        .routes(routes!(device_code::show))
        .routes(routes!(aid::read))
        .routes(routes!(aid::link))
        .routes(routes!(aid::remove))
        .routes(routes!(lock::lock))
        .routes(routes!(helper::ask, helper::read, helper::end))
        .routes(routes!(not_me::not_me))
        .routes(routes!(
            attestations::create,
            attestations::list,
            attestations::revoke
        ))
        .routes(routes!(wallet::list::list))
        .routes(routes!(
            wallet::show::show,
            wallet::ask::ask,
            wallet::remove::remove
        ))
        .routes(routes!(wallet::mismatch::mismatch))
}
