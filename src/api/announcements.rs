//! `/api/desk/announcements`: what is said above every page.

use super::{ApiError, Call};
use eid_domain::wire::announcements::{
    AnnouncementRow, AnnouncementsView, WithdrawAnnouncement, WriteAnnouncement,
};

/// Those of the last months and to come.
///
/// # Errors
/// `not_signed_in`, `not_allowed`
pub async fn list() -> Result<AnnouncementsView, ApiError> {
    Call::get("/api/desk/announcements").send().await
}

/// Says something new.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`
pub async fn create(wanted: &WriteAnnouncement) -> Result<AnnouncementRow, ApiError> {
    Call::post("/api/desk/announcements", wanted).send().await
}

/// Changes what is said.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`, `invalid_fields`, `state_conflict`
pub async fn change(id: &str, wanted: &WriteAnnouncement) -> Result<AnnouncementRow, ApiError> {
    Call::put(format!("/api/desk/announcements/{id}"), wanted)
        .send()
        .await
}

/// Takes it back.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`, `state_conflict`
pub async fn withdraw(id: &str, version: i64) -> Result<(), ApiError> {
    let seen = WithdrawAnnouncement { version };
    Call::post(format!("/api/desk/announcements/{id}/withdraw"), &seen)
        .send()
        .await
}
