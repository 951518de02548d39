//! Which code and which messages a page needs. One line a page; all but the first page come in WASM files of their own.

use crate::i18n::keys::Namespace;
use crate::journeys;
use crate::routes::{BookingStep, DeskPage, Draw, Route};
use leptos::wasm_split::SplitLoaderError;

/// Loads a page's code.
///
/// # Errors
/// Where the file did not arrive; a later try starts afresh.
pub(super) async fn load(route: &Route) -> Result<Draw, SplitLoaderError> {
    match route {
        Route::Home => Ok(journeys::home::draw),
        Route::Needs | Route::Booking(BookingStep::Needs) => journeys::booking::load_needs().await,
        Route::Booking(_) => journeys::booking::load_steps().await,
        Route::Household(_) => journeys::booking::load_household().await,
        Route::Help => journeys::help::load().await,
        Route::Desk(_) => journeys::desk::load().await,
        Route::Receipt(_) => journeys::tracking::receipt::load().await,
        Route::Reschedule(_) => journeys::tracking::reschedule::load().await,
        Route::Waiting(_) => journeys::tracking::waiting::load().await,
        Route::CancelLink(_) => journeys::tracking::cancel_link::load().await,
        Route::Trip => journeys::trip::load().await,
        Route::Precheck => journeys::precheck::load().await,
        Route::Track => journeys::tracking::find::load().await,
        Route::Activate => journeys::activation::load().await,
        Route::SignIn => journeys::account::sign_in::load().await,
        Route::Account => journeys::account::home::load().await,
        Route::Inbox => journeys::inbox::load().await,
        _ => Ok(journeys::not_found::draw),
    }
}

/// The messages that a page needs besides the shell's.
pub(super) fn messages(route: &Route) -> Vec<Namespace> {
    let own = match route {
        Route::Home => return vec![Namespace::Home],
        Route::NotFound => return vec![],
        Route::Needs | Route::Booking(_) => {
            return vec![
                Namespace::Common,
                Namespace::Errors,
                Namespace::Booking,
                Namespace::Needs,
            ];
        }
        Route::Household(_) => {
            return vec![
                Namespace::Common,
                Namespace::Errors,
                Namespace::Booking,
                Namespace::Needs,
                Namespace::Household,
            ];
        }
        Route::Waiting(_) | Route::CancelLink(_) => {
            return vec![
                Namespace::Common,
                Namespace::Errors,
                Namespace::Tracking,
                Namespace::Waiting,
            ];
        }
        Route::Desk(DeskPage::Closures) => {
            return vec![
                Namespace::Common,
                Namespace::Errors,
                Namespace::Desk,
                Namespace::Closures,
            ];
        }
        Route::Trip => Namespace::Trip,
        Route::Precheck => Namespace::Precheck,
        Route::Help => Namespace::Help,
        Route::Desk(_) => Namespace::Desk,
        Route::Receipt(_) | Route::Reschedule(_) | Route::Track => Namespace::Tracking,
        Route::Activate => Namespace::Activation,
        Route::SignIn | Route::Account => Namespace::Account,
        Route::Inbox => Namespace::Inbox,
    };
    vec![Namespace::Common, Namespace::Errors, own]
}
