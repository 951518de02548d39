//! `/api/household-…`: a family books together, all or nothing.

use super::{ApiError, Call};
use eid_domain::household::Family;
use eid_domain::wire::household::{
    HouseholdBooked, HouseholdCancel, HouseholdChanged, HouseholdDay, HouseholdHold, HouseholdMove,
    NewHouseholdBooking, NewHouseholdHold,
};
use eid_domain::wire::slots::Days;
use jiff::civil::Date;

/// The open days of an office and how many windows of each hold the whole family.
///
/// # Errors
/// [`ApiError`]
pub async fn days(office_id: &str, family: &Family) -> Result<Days, ApiError> {
    let path = format!("/api/offices/{office_id}/household-days?members={family}");
    Call::get(path).send().await
}

/// The windows of a day.
///
/// # Errors
/// [`ApiError`]
pub async fn day(office_id: &str, date: Date, family: &Family) -> Result<HouseholdDay, ApiError> {
    let path = format!("/api/offices/{office_id}/household-days/{date}?members={family}");
    Call::get(path).send().await
}

/// Keeps a window.
///
/// # Errors
/// `slot_taken`, `slot_not_offered`, `too_many_requests`
pub async fn hold(wanted: &NewHouseholdHold) -> Result<HouseholdHold, ApiError> {
    Call::post("/api/household-holds", wanted).send().await
}

/// Books everybody.
///
/// # Errors
/// `hold_expired`, `booking_exists` with the members named, `phone_not_proved`, `phone_limit`, `invalid_fields`
pub async fn book(wanted: &NewHouseholdBooking) -> Result<HouseholdBooked, ApiError> {
    Call::post("/api/household-bookings", wanted).send().await
}

/// Moves everybody to a kept window.
///
/// # Errors
/// `change_not_allowed` and `no_match` with the members named, `hold_expired`
pub async fn reschedule(to: &HouseholdMove) -> Result<HouseholdChanged, ApiError> {
    Call::post("/api/household-bookings/reschedule", to).send().await
}

/// Calls everybody's visit off.
///
/// # Errors
/// `change_not_allowed` and `no_match` with the members named
pub async fn cancel(whose: &HouseholdCancel) -> Result<HouseholdChanged, ApiError> {
    Call::post("/api/household-bookings/cancel", whose).send().await
}
