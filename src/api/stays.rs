//! `/api/account/stays`, `/api/venue/stays` and `/api/desk/stays`: who stays where for some days.

use super::{ApiError, Call};
use eid_domain::wire::stays::{
    CorrectStay, DeskStays, NewStay, StayNotice, StayNotices, StaysView, WithdrawStay,
};

/// Who declares.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Filer {
    /// The person who is signed in.
    Person,
    /// The lodging or apartment block that is signed in.
    Venue,
}

impl Filer {
    const fn base(self) -> &'static str {
        match self {
            Self::Person => "/api/account/stays",
            Self::Venue => "/api/venue/stays",
        }
    }
}

/// What I have filed, and what others have filed about me.
///
/// # Errors
/// `not_signed_in`, `state_conflict`
pub async fn mine() -> Result<StaysView, ApiError> {
    Call::get("/api/account/stays").send().await
}

/// What the place that is signed in has filed of one first day.
///
/// # Errors
/// `not_signed_in`, `password_change_needed`
pub async fn of_day(day: &str) -> Result<StayNotices, ApiError> {
    Call::get(format!("/api/venue/stays?day={day}")).send().await
}

/// Declares a guest.
///
/// # Errors
/// `not_signed_in`, `invalid_fields`, `too_many_requests`
pub async fn file(filer: Filer, wanted: &NewStay) -> Result<StayNotice, ApiError> {
    Call::post(filer.base(), wanted).send().await
}

/// Corrects a notice.
///
/// # Errors
/// `invalid_fields`, `state_conflict`
pub async fn correct(filer: Filer, id: &str, wanted: &CorrectStay) -> Result<StayNotice, ApiError> {
    Call::put(format!("{}/{id}", filer.base()), wanted).send().await
}

/// Withdraws a notice.
///
/// # Errors
/// `invalid_fields`, `state_conflict`
pub async fn withdraw(filer: Filer, id: &str, reason: String) -> Result<StayNotice, ApiError> {
    let wanted = WithdrawStay { reason };
    Call::post(format!("{}/{id}/withdraw", filer.base()), &wanted)
        .send()
        .await
}

/// "This was not me", about what somebody else has filed.
///
/// # Errors
/// `not_found`
pub async fn not_me(id: &str) -> Result<(), ApiError> {
    Call::post_empty(format!("/api/account/stays/{id}/not-me"))
        .send()
        .await
}

/// The notices of the own office's area of one first day, masked.
///
/// # Errors
/// `not_signed_in`, `not_allowed`
pub async fn of_area(day: &str) -> Result<DeskStays, ApiError> {
    Call::get(format!("/api/desk/stays?day={day}")).send().await
}

/// Where the file of a day is.
pub fn export_href(day: &str) -> String {
    format!("/api/desk/stays/export?day={day}")
}
