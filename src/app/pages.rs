//! Which code, messages and styles a page needs. One line a page; all but the first page come in WASM files of their own.

use crate::i18n::keys::Namespace;
use crate::journeys::{self, booking};
use crate::routes::{BookingStep, DeskPage, Draw, HouseholdStep, Route};
use leptos::wasm_split::SplitLoaderError;
use std::future::{Future, ready};
use std::pin::Pin;

/// A page's code on its way. All have this one type: one function that could wait for each of them knows them all by
/// heart, a kilobyte more of every first view.
pub(super) type Loading = Pin<Box<dyn Future<Output = Result<Draw, SplitLoaderError>>>>;

fn part(code: impl Future<Output = Result<Draw, SplitLoaderError>> + 'static) -> Loading {
    Box::pin(code)
}

/// What is here already.
fn here(draw: Draw) -> Loading {
    part(ready(Ok(draw)))
}

/// Loads a page's code. Where its file does not arrive, a later try starts afresh.
pub(super) fn load(route: &Route) -> Loading {
    match route {
        route if is_closed(route) => here(journeys::account::draw_sign_in_first),
        Route::Home => here(journeys::home::draw),
        Route::Needs => part(booking::load_question()),
        Route::Booking(step) => booking_step(*step),
        Route::Household(step) => household_step(*step),
        Route::ShowId => part(journeys::showing::load()),
        Route::Wallet => part(journeys::wallet::load()),
        Route::Aid => part(journeys::aid::load()),
        Route::Stays => part(journeys::stay::load_own()),
        Route::Venue => part(journeys::stay::load_venue()),
        Route::CheckId => part(journeys::id_check::load()),
        Route::CallCheck => part(journeys::call_check::load()),
        Route::Rescue => part(journeys::rescue::load()),
        Route::Help => part(journeys::help::load()),
        Route::Desk(DeskPage::Audit) => part(journeys::desk::load_audit()),
        Route::Desk(DeskPage::Figures) => part(journeys::desk::load_figures()),
        Route::Desk(DeskPage::Announcements) => part(journeys::desk::load_announcements()),
        Route::Desk(DeskPage::Batches | DeskPage::Batch(_) | DeskPage::Uncollected) => {
            part(journeys::desk::load_batches())
        }
        Route::Desk(DeskPage::Aid) => part(journeys::desk::load_aid()),
        Route::Desk(DeskPage::Stays | DeskPage::Venues) => part(journeys::desk::load_stays()),
        Route::Desk(DeskPage::Office | DeskPage::Holidays) => part(journeys::desk::load_office()),
        Route::Desk(DeskPage::Staff) => part(journeys::desk::load_staff()),
        Route::Desk(DeskPage::SignIn) => part(journeys::desk::load_sign_in()),
        Route::Desk(_) => part(journeys::desk::load()),
        Route::Receipt(_) => part(journeys::tracking::receipt::load()),
        Route::Reschedule(_) => part(journeys::tracking::reschedule::load()),
        Route::Waiting(_) => part(journeys::tracking::waiting::load()),
        Route::CancelLink(_) => part(journeys::tracking::cancel_link::load()),
        Route::Delivery(_) => part(journeys::tracking::delivery::load()),
        Route::Mismatch(_) => part(journeys::tracking::mismatch::load()),
        Route::NoticeWishes(_) => part(journeys::tracking::notice_wishes::load()),
        Route::Trip => part(journeys::trip::load()),
        Route::Precheck => part(journeys::precheck::load()),
        Route::CheckSlip => part(journeys::slip_check::load()),
        Route::AskHomeVisit => part(journeys::home_visit::ask::load()),
        Route::HomeVisit(_) => part(journeys::home_visit::status::load()),
        Route::Queue => part(journeys::queue::load()),
        Route::Hall(_) => part(journeys::hall::load()),
        Route::Track => part(journeys::tracking::find::load()),
        Route::Activate => part(journeys::activation::load()),
        Route::SignIn => part(journeys::account::sign_in::load()),
        Route::Account => part(journeys::account::home::load()),
        Route::Security => part(journeys::account::security::load()),
        Route::Children => part(journeys::account::children::load()),
        Route::Helper => part(journeys::account::helper::load()),
        Route::NewPhone => part(journeys::account::new_phone::load()),
        Route::OwnData => part(journeys::account::own_data::load()),
        Route::Recover | Route::RecoverPasscode => part(journeys::account::recover::load()),
        Route::LockLink => part(journeys::account::lock_link::load()),
        Route::Inbox => part(journeys::inbox::load()),
        _ => here(journeys::not_found::draw),
    }
}

fn booking_step(step: BookingStep) -> Loading {
    match step {
        _ if !booking::begun() => here(booking::draw_beginning),
        BookingStep::Needs => part(booking::load_result()),
        BookingStep::Place => part(booking::load_place()),
        BookingStep::Time => part(booking::load_time()),
        BookingStep::Person => part(booking::load_person()),
        BookingStep::Phone => part(booking::load_phone()),
        BookingStep::Check => part(booking::load_check()),
    }
}

/// A member's pages and the finder are those of who books alone.
fn household_step(step: HouseholdStep) -> Loading {
    match step {
        HouseholdStep::List => part(booking::load_family_list()),
        HouseholdStep::Booked => part(booking::load_family_booked()),
        HouseholdStep::Move => part(booking::load_family_moving()),
        HouseholdStep::Cancel => part(booking::load_family_cancel()),
        _ if !booking::family_begun() => here(booking::draw_beginning),
        HouseholdStep::Needs(_) => part(booking::load_question()),
        HouseholdStep::Result(_) => part(booking::load_result()),
        HouseholdStep::Place => part(booking::load_place()),
        HouseholdStep::Person(_) => part(booking::load_person()),
        HouseholdStep::Phone => part(booking::load_phone()),
        HouseholdStep::Time => part(booking::load_family_time()),
        HouseholdStep::Contact => part(booking::load_family_contact()),
        HouseholdStep::Check => part(booking::load_family_check()),
    }
}

/// Who is not signed in loads nothing of an account.
fn is_closed(route: &Route) -> bool {
    matches!(
        route,
        Route::ShowId
            | Route::Wallet
            | Route::Aid
            | Route::Stays
            | Route::Account
            | Route::Security
            | Route::NewPhone
            | Route::OwnData
            | Route::Children
            | Route::Helper
    ) && !journeys::account::may_be_open()
}

/// The styles that a page needs besides those of all pages.
pub(super) fn sheets(route: &Route) -> &'static [&'static str] {
    match route {
        route if is_closed(route) => &[],
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
        Route::Desk(DeskPage::SecondFactor | DeskPage::Staff | DeskPage::Venues) => {
            &["tracking", "desk", "keys"]
        }
        Route::Desk(_) => &["tracking", "desk"],
        Route::Activate => &["tracking", "account"],
        Route::Security | Route::Helper => &["account", "keys"],
        Route::SignIn
        | Route::Account
        | Route::NewPhone
        | Route::OwnData
        | Route::Children
        | Route::Inbox
        | Route::Stays
        | Route::Venue => &["account"],
        Route::Trip => &["trip"],
        Route::Precheck => &["precheck"],
        Route::ShowId => &["showing"],
        Route::Wallet => &["tracking", "wallet"],
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
        route if is_closed(route) => return vec![],
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
        Route::Children => &[N::Children],
        Route::Helper => &[N::Helper],
        Route::NewPhone => &[N::Account, N::NewPhone],
        Route::OwnData => &[N::Account, N::OwnData],
        Route::Recover | Route::RecoverPasscode => &[N::Recover, N::Activation],
        Route::LockLink => &[N::Lock],
        Route::CallCheck => &[N::Call],
        Route::ShowId => &[N::Showing],
        Route::Wallet => &[N::Wallet],
        Route::Aid => &[N::Aid],
        Route::CheckId => &[N::Showing, N::Slip],
        Route::Stays => &[N::Stay],
        Route::Venue => &[N::Venue],
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
        DeskPage::Aid => &[N::Desk, N::Batches, N::Lists],
        DeskPage::Stays => &[N::Desk, N::Stays],
        DeskPage::Venues => &[N::Desk, N::Venues],
        DeskPage::Closures => &[N::Desk, N::Closures],
        DeskPage::Counter(_) => &[N::Desk, N::Counter],
        DeskPage::Day => &[N::Desk, N::Line],
        DeskPage::Office => &[N::Desk, N::Office],
        DeskPage::Holidays => &[N::Desk, N::Office, N::Holidays],
        DeskPage::Tickets => &[N::Desk, N::Asked, N::Tickets],
        DeskPage::Search => &[N::Desk, N::Search, N::NewPhone],
        DeskPage::LookAlong => &[N::Desk, N::Along],
        DeskPage::Stops | DeskPage::Stop(_) | DeskPage::HomeVisits | DeskPage::Round => &[N::Desk, N::Stops],
        DeskPage::Audit => &[N::Desk, N::Audit, N::StaffLock],
        DeskPage::Figures => &[N::Desk, N::Figures],
        DeskPage::Announcements => &[N::Desk, N::Announcements],
        DeskPage::Dossier(_) => &[
            N::Desk,
            N::Asked,
            N::Intake,
            N::Post,
            N::NewPhone,
            N::Represent,
            N::StaffLock,
        ],
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
            | Route::Wallet
            | Route::Stays
            | Route::Children
            | Route::Security
            | Route::Aid
            | Route::Helper
            | Route::LockLink
            | Route::Help
            | Route::Rescue
            | Route::Queue
            | Route::Hall(_)
            | Route::Inbox
    )
}
