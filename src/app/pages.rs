//! Which code, messages and styles a page needs. One line a page; all but the first page come in WASM files of their own.

use crate::i18n::keys::Namespace;
use crate::journeys::{self, booking};
use crate::routes::{BookingStep, DeskPage, Draw, HouseholdStep, Route};
use leptos::wasm_split::SplitLoaderError;

/// Loads a page's code.
///
/// # Errors
/// Where the file did not arrive; a later try starts afresh.
pub(super) async fn load(route: &Route) -> Result<Draw, SplitLoaderError> {
    match route {
        Route::Home => Ok(journeys::home::draw),
        Route::Needs => booking::load_question().await,
        Route::Booking(step) => booking_step(*step).await,
        Route::Household(step) => household_step(*step).await,
        Route::ShowId if !journeys::account::may_be_open() => Ok(journeys::account::draw_sign_in_first),
        Route::ShowId => journeys::showing::load().await,
        Route::CheckId => journeys::id_check::load().await,
        Route::CallCheck => journeys::call_check::load().await,
        Route::Rescue => journeys::rescue::load().await,
        Route::Help => journeys::help::load().await,
        Route::Desk(DeskPage::Audit) => journeys::desk::load_audit().await,
        Route::Desk(DeskPage::Figures) => journeys::desk::load_figures().await,
        Route::Desk(DeskPage::Announcements) => journeys::desk::load_announcements().await,
        Route::Desk(DeskPage::Batches | DeskPage::Batch(_) | DeskPage::Uncollected) => {
            journeys::desk::load_batches().await
        }
        Route::Desk(DeskPage::Office) => journeys::desk::load_office().await,
        Route::Desk(DeskPage::Staff) => journeys::desk::load_staff().await,
        Route::Desk(_) => journeys::desk::load().await,
        Route::Receipt(_) => journeys::tracking::receipt::load().await,
        Route::Reschedule(_) => journeys::tracking::reschedule::load().await,
        Route::Waiting(_) => journeys::tracking::waiting::load().await,
        Route::CancelLink(_) => journeys::tracking::cancel_link::load().await,
        Route::Delivery(_) => journeys::tracking::delivery::load().await,
        Route::Mismatch(_) => journeys::tracking::mismatch::load().await,
        Route::NoticeWishes(_) => journeys::tracking::notice_wishes::load().await,
        Route::Trip => journeys::trip::load().await,
        Route::Precheck => journeys::precheck::load().await,
        Route::CheckSlip => journeys::slip_check::load().await,
        Route::AskHomeVisit => journeys::home_visit::ask::load().await,
        Route::HomeVisit(_) => journeys::home_visit::status::load().await,
        Route::Queue => journeys::queue::load().await,
        Route::Hall(_) => journeys::hall::load().await,
        Route::Track => journeys::tracking::find::load().await,
        Route::Activate => journeys::activation::load().await,
        Route::SignIn => journeys::account::sign_in::load().await,
        Route::Account if !journeys::account::may_be_open() => Ok(journeys::account::draw_sign_in_first),
        Route::Account => journeys::account::home::load().await,
        Route::Security if !journeys::account::may_be_open() => Ok(journeys::account::draw_sign_in_first),
        Route::Security => journeys::account::security::load().await,
        Route::Recover => journeys::account::recover::load().await,
        Route::Inbox => journeys::inbox::load().await,
        _ => Ok(journeys::not_found::draw),
    }
}

async fn booking_step(step: BookingStep) -> Result<Draw, SplitLoaderError> {
    match step {
        _ if !booking::begun() => Ok(booking::draw_beginning),
        BookingStep::Needs => booking::load_result().await,
        BookingStep::Place => booking::load_place().await,
        BookingStep::Time => booking::load_time().await,
        BookingStep::Person => booking::load_person().await,
        BookingStep::Phone => booking::load_phone().await,
        BookingStep::Check => booking::load_check().await,
    }
}

/// A member's pages and the finder are those of who books alone.
async fn household_step(step: HouseholdStep) -> Result<Draw, SplitLoaderError> {
    match step {
        HouseholdStep::List => booking::load_family_list().await,
        HouseholdStep::Booked => booking::load_family_booked().await,
        HouseholdStep::Move => booking::load_family_moving().await,
        HouseholdStep::Cancel => booking::load_family_cancel().await,
        _ if !booking::family_begun() => Ok(booking::draw_beginning),
        HouseholdStep::Needs(_) => booking::load_question().await,
        HouseholdStep::Result(_) => booking::load_result().await,
        HouseholdStep::Place => booking::load_place().await,
        HouseholdStep::Person(_) => booking::load_person().await,
        HouseholdStep::Phone => booking::load_phone().await,
        HouseholdStep::Time => booking::load_family_time().await,
        HouseholdStep::Contact => booking::load_family_contact().await,
        HouseholdStep::Check => booking::load_family_check().await,
    }
}

/// The styles that a page needs besides those of all pages.
pub(super) const fn sheets(route: &Route) -> &'static [&'static str] {
    match route {
        Route::Receipt(_)
        | Route::Reschedule(_)
        | Route::Waiting(_)
        | Route::CancelLink(_)
        | Route::Delivery(_)
        | Route::NoticeWishes(_)
        | Route::Mismatch(_)
        | Route::Track
        | Route::CheckSlip
        | Route::HomeVisit(_)
        | Route::Household(HouseholdStep::Booked | HouseholdStep::Move | HouseholdStep::Cancel) => {
            &["tracking"]
        }
        Route::Desk(DeskPage::SecondFactor | DeskPage::Staff) => &["tracking", "desk", "keys"],
        Route::Desk(_) => &["tracking", "desk"],
        Route::Activate => &["tracking", "account"],
        Route::Security => &["account", "keys"],
        Route::SignIn | Route::Account | Route::Inbox => &["account"],
        Route::Trip => &["trip"],
        Route::Precheck => &["precheck"],
        Route::ShowId => &["showing"],
        Route::CheckId => &["tracking"],
        Route::Rescue => &["rescue"],
        Route::Queue => &["queue"],
        Route::Hall(_) => &["hall"],
        _ => &[],
    }
}

/// The messages that a page needs besides the shell's.
pub(super) fn messages(route: &Route) -> Vec<Namespace> {
    use Namespace as N;
    let own: &[N] = match route {
        Route::Home => return vec![N::Home],
        Route::NotFound => return vec![],
        Route::Needs => &[N::Steps, N::Needs],
        Route::Booking(_) => &[N::Steps, N::Booking, N::Needs, N::Due],
        Route::Household(HouseholdStep::Move) => &[
            N::Steps,
            N::Booking,
            N::Needs,
            N::Due,
            N::Household,
            N::Moving,
            N::FamilyChange,
        ],
        Route::Household(HouseholdStep::Cancel) => &[
            N::Steps,
            N::Booking,
            N::Needs,
            N::Due,
            N::Household,
            N::FamilyChange,
        ],
        Route::Household(_) => &[N::Steps, N::Booking, N::Needs, N::Due, N::Household],
        Route::Receipt(_) => &[N::Tracking],
        Route::Reschedule(_) => &[N::Tracking, N::Moving],
        Route::Waiting(_) | Route::CancelLink(_) => &[N::Tracking, N::Waiting],
        Route::Delivery(_) => &[N::Tracking, N::Delivery],
        Route::Mismatch(_) => &[N::Tracking, N::Asked, N::Mismatch],
        Route::NoticeWishes(_) => &[N::Tracking, N::Wishes],
        Route::Track => &[N::Find],
        Route::Queue => &[N::Queue],
        Route::Hall(_) => &[N::Hall],
        Route::Trip => &[N::Trip],
        Route::Precheck => &[N::Precheck],
        Route::CheckSlip => &[N::Slip],
        Route::AskHomeVisit | Route::HomeVisit(_) => &[N::HomeVisit],
        Route::Activate => &[N::Activation],
        Route::SignIn => &[N::Account, N::Passkey],
        Route::Account => &[N::Account],
        Route::Security => &[N::Security, N::Passkey],
        Route::Recover => &[N::Recover, N::Activation],
        Route::CallCheck => &[N::Call],
        Route::ShowId => &[N::Showing],
        Route::CheckId => &[N::Showing, N::Slip],
        Route::Rescue => &[N::Rescue],
        Route::Help => &[N::Help],
        Route::Inbox => &[N::Inbox],
        Route::Desk(page) => desk_messages(page),
    };
    let mut all = vec![N::Common, N::Errors];
    if !is_read_only(route) {
        all.push(N::Fields);
    }
    all.extend(own);
    all
}

const fn desk_messages(page: &DeskPage) -> &'static [Namespace] {
    use Namespace as N;
    match page {
        DeskPage::Batches | DeskPage::Batch(_) | DeskPage::Uncollected => &[N::Desk, N::Batches],
        DeskPage::Closures => &[N::Desk, N::Closures],
        DeskPage::Counter(_) => &[N::Desk, N::Counter],
        DeskPage::Day => &[N::Desk, N::Line],
        DeskPage::Office => &[N::Desk, N::Office],
        DeskPage::Tickets => &[N::Desk, N::Asked, N::Tickets],
        DeskPage::Search => &[N::Desk, N::Search],
        DeskPage::Stops | DeskPage::Stop(_) | DeskPage::HomeVisits | DeskPage::Round => &[N::Desk, N::Stops],
        DeskPage::Audit => &[N::Desk, N::Audit],
        DeskPage::Figures => &[N::Desk, N::Figures],
        DeskPage::Announcements => &[N::Desk, N::Announcements],
        DeskPage::Dossier(_) => &[N::Desk, N::Asked, N::Intake, N::Post],
        DeskPage::SignIn | DeskPage::SecondFactor => &[N::Desk, N::Factor, N::Passkey],
        DeskPage::Staff => &[N::Desk, N::Staff],
        _ => &[N::Desk],
    }
}

/// Pages on which nothing is typed: no words for what is wrong with a field. Their later parts bring them along.
const fn is_read_only(route: &Route) -> bool {
    matches!(
        route,
        Route::Receipt(_)
            | Route::Reschedule(_)
            | Route::CancelLink(_)
            | Route::HomeVisit(_)
            | Route::Account
            | Route::Help
            | Route::Rescue
            | Route::Queue
            | Route::Hall(_)
            | Route::Inbox
    )
}
