//! `/api/account`.

pub mod aid;
pub mod attestations;
pub mod children;
pub mod close;
pub mod data;
pub mod device_code;
pub mod helper;
pub mod lock;
pub mod not_me;
pub mod passkeys;
pub mod phone;
pub mod read;
pub mod sessions;
pub mod stays;
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
        .routes(routes!(data::read))
        .routes(routes!(data::export))
        .routes(routes!(close::code))
        .routes(routes!(close::close))
        .routes(routes!(phone::start))
        .routes(routes!(phone::code))
        .routes(routes!(phone::resend))
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
        .routes(routes!(children::list::list))
        .routes(routes!(children::card::card))
        .routes(routes!(children::consent::consent))
        .routes(routes!(children::withdraw::withdraw))
        .routes(routes!(
            children::attestations::create,
            children::attestations::list,
            children::attestations::revoke
        ))
        .routes(routes!(children::wallet::list))
        .routes(routes!(
            children::wallet::show,
            children::wallet::ask,
            children::wallet::remove
        ))
        .routes(routes!(children::wallet::mismatch))
        .routes(routes!(stays::list, stays::file))
        .routes(routes!(stays::correct))
        .routes(routes!(stays::withdraw))
        .routes(routes!(stays::not_me))
        .routes(routes!(wallet::list::list))
        .routes(routes!(
            wallet::show::show,
            wallet::ask::ask,
            wallet::remove::remove
        ))
        .routes(routes!(wallet::mismatch::mismatch))
}
