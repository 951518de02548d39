//! `/api/bookings`: from a hold to a booked visit, and its changes.

use super::{ApiError, Call};
use eid_domain::wire::bookings::{Booked, ExistingBooking, NewBooking, Reschedule};
use eid_domain::wire::dossiers::DossierView;
use eid_domain::wire::tracking::Found;

/// Books.
///
/// # Errors
/// `hold_expired`, `booking_exists`, `phone_not_proved`, `phone_limit`, `invalid_fields`
pub async fn create(wanted: &NewBooking) -> Result<Booked, ApiError> {
    Call::post("/api/bookings", wanted).send().await
}

/// The open dossier that stood in the way of a booking, where the phone just proved is its own.
///
/// # Errors
/// `no_match` for everybody else, `phone_not_proved`
pub async fn existing(wanted: &ExistingBooking) -> Result<Found, ApiError> {
    Call::post("/api/bookings/existing", wanted).send().await
}

/// Moves the visit to another hold.
///
/// # Errors
/// `change_not_allowed`, `hold_expired`
pub async fn reschedule(reference: &str, key: &str, to: &Reschedule) -> Result<DossierView, ApiError> {
    Call::post(format!("/api/bookings/{reference}/reschedule"), to)
        .access_key(key)
        .send()
        .await
}

/// Cancels the visit.
///
/// # Errors
/// `change_not_allowed`
pub async fn cancel(reference: &str, key: &str) -> Result<DossierView, ApiError> {
    Call::post_empty(format!("/api/bookings/{reference}/cancel"))
        .access_key(key)
        .send()
        .await
}
