//! `/api/desk`: what staff see and do.

pub mod account_phone;
pub mod aid;
pub mod announcements;
pub mod audit;
pub mod batches;
pub mod cards;
pub mod closures;
pub mod day;
pub mod dossiers;
pub mod figures;
pub mod helper_sessions;
pub mod holidays;
pub mod home_visits;
pub mod ministry;
pub mod news;
pub mod office;
pub mod passkeys;
pub mod password;
pub mod queue;
pub mod rounds;
pub mod search;
pub mod second_factor;
pub mod session;
pub mod staff;
pub mod stays;
pub mod stops;
pub mod tickets;
pub mod uncollected;
pub mod venues;

use crate::state::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of the desk.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(day::day))
        .routes(routes!(cards::cards))
        .routes(routes!(search::search))
        .routes(routes!(account_phone::account_phone))
        .routes(routes!(password::change))
        .merge(aid::router())
        .merge(announcements::router())
        .merge(passkeys::router())
        .merge(staff::router())
        .merge(audit::router())
        .merge(batches::router())
        .merge(closures::router())
        .merge(figures::router())
        .merge(helper_sessions::router())
        .merge(second_factor::router())
        .merge(queue::router())
        .merge(rounds::router())
        .merge(session::router())
        .merge(stays::router())
        .merge(stops::router())
        .merge(tickets::router())
        .merge(uncollected::router())
        .merge(venues::router())
        .merge(holidays::router())
        .merge(home_visits::router())
        .merge(dossiers::router())
        .merge(ministry::router())
        .merge(news::router())
        .merge(office::router())
}
