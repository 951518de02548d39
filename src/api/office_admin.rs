//! `/api/desk/office`: what an office decides about itself.

use super::{ApiError, Call};
use eid_domain::wire::office_admin::{
    ChangeOffice, OfficeAdmin, OfficeHistory, OfficePreview, UndoChange, WantedSettings,
};

const PATH: &str = "/api/desk/office";

/// The own office where `office` is empty.
fn of(rest: &str, office: &str) -> String {
    if office.is_empty() {
        format!("{PATH}{rest}")
    } else {
        format!("{PATH}{rest}?office={office}")
    }
}

/// The settings as they are.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`
pub async fn read(office: &str) -> Result<OfficeAdmin, ApiError> {
    Call::get(of("", office)).send().await
}

/// What others would make and break.
///
/// # Errors
/// As [`read`], `invalid_fields`
pub async fn preview(office: &str, wanted: &WantedSettings) -> Result<OfficePreview, ApiError> {
    Call::post(of("/preview", office), wanted).send().await
}

/// Changes them.
///
/// # Errors
/// As [`preview`], `office_changed`, `people_concerned`
pub async fn change(office: &str, wanted: &ChangeOffice) -> Result<OfficeAdmin, ApiError> {
    Call::put(of("", office), wanted).send().await
}

/// What was changed.
///
/// # Errors
/// As [`read`]
pub async fn history(office: &str) -> Result<OfficeHistory, ApiError> {
    Call::get(of("/history", office)).send().await
}

/// What taking a change back would make and break.
///
/// # Errors
/// As [`read`], `state_conflict`
pub async fn preview_undo(office: &str, id: &str) -> Result<OfficePreview, ApiError> {
    Call::get(of(&format!("/history/{id}/undo"), office)).send().await
}

/// Takes it back.
///
/// # Errors
/// As [`preview_undo`], `office_changed`, `people_concerned`
pub async fn undo(office: &str, id: &str, wanted: &UndoChange) -> Result<OfficeAdmin, ApiError> {
    Call::post(of(&format!("/history/{id}/undo"), office), wanted)
        .send()
        .await
}
