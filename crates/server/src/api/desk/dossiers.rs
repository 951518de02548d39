//! `/api/desk/dossiers/{reference}`: one dossier at the desk.

pub mod account;
pub mod account_phone;
pub mod act;
pub mod card_arrived;
pub mod check_in;
pub mod data_correction;
pub mod hand_over;
pub mod lock_account;
pub mod post;
pub mod read;
pub mod receive;
pub mod refuse;
pub mod reopen_activation;
pub mod representatives;
pub mod reveal;
pub mod start_intake;
pub mod undo_check_in;
pub mod withdraw;
pub mod words;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::read))
        .routes(routes!(reveal::reveal))
        .routes(routes!(act::act))
        .routes(routes!(check_in::check_in))
        .routes(routes!(undo_check_in::undo_check_in))
        .routes(routes!(start_intake::start_intake))
        .routes(routes!(withdraw::withdraw))
        .routes(routes!(receive::receive))
        .routes(routes!(refuse::refuse))
        .routes(routes!(data_correction::data_correction))
        .routes(routes!(card_arrived::card_arrived))
        .routes(routes!(hand_over::hand_over))
        .routes(routes!(post::given))
        .routes(routes!(post::returned))
        .routes(routes!(post::delivered))
        .routes(routes!(reopen_activation::reopen_activation))
        .routes(routes!(lock_account::lock))
        .routes(routes!(lock_account::unlock))
        .routes(routes!(
            representatives::list::list,
            representatives::record::record
        ))
        .routes(routes!(representatives::end::end))
        .routes(routes!(account_phone::account_phone))
}
