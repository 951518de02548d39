//! `/api/desk/dossiers/{reference}`: one dossier at the desk.

pub mod account;
pub mod act;
pub mod card_arrived;
pub mod check_in;
pub mod data_correction;
pub mod hand_over;
pub mod post;
pub mod read;
pub mod receive;
pub mod refuse;
pub mod reopen_activation;
pub mod reveal;
pub mod start_intake;
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
        .routes(routes!(start_intake::start_intake))
        .routes(routes!(receive::receive))
        .routes(routes!(refuse::refuse))
        .routes(routes!(data_correction::data_correction))
        .routes(routes!(card_arrived::card_arrived))
        .routes(routes!(hand_over::hand_over))
        .routes(routes!(post::given))
        .routes(routes!(post::returned))
        .routes(routes!(post::delivered))
        .routes(routes!(reopen_activation::reopen_activation))
}
