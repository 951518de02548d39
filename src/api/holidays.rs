//! `/api/desk/holidays`: the country's holidays and working Saturdays.

use super::{ApiError, Call};
use eid_domain::wire::holidays::{
    ChangeHolidays, HolidayCalendar, HolidayHistory, HolidayPreview, WantedDays,
};
use eid_domain::wire::office_admin::UndoChange;

const PATH: &str = "/api/desk/holidays";

fn undo_path(id: &str) -> String {
    format!("{PATH}/history/{id}/undo")
}

/// The days to come.
///
/// # Errors
/// `not_signed_in`, `not_allowed`
pub async fn read() -> Result<HolidayCalendar, ApiError> {
    Call::get(PATH).send().await
}

/// What others would make and break.
///
/// # Errors
/// As [`read`], `invalid_fields`
pub async fn preview(wanted: &WantedDays) -> Result<HolidayPreview, ApiError> {
    Call::post(format!("{PATH}/preview"), wanted).send().await
}

/// Changes them.
///
/// # Errors
/// As [`preview`], `office_changed`, `people_concerned`
pub async fn change(wanted: &ChangeHolidays) -> Result<HolidayCalendar, ApiError> {
    Call::post(PATH, wanted).send().await
}

/// What was changed.
///
/// # Errors
/// As [`read`]
pub async fn history() -> Result<HolidayHistory, ApiError> {
    Call::get(format!("{PATH}/history")).send().await
}

/// What taking a change back would make and break.
///
/// # Errors
/// As [`read`], `not_found`, `state_conflict`
pub async fn preview_undo(id: &str) -> Result<HolidayPreview, ApiError> {
    Call::get(undo_path(id)).send().await
}

/// Takes it back.
///
/// # Errors
/// As [`preview_undo`], `office_changed`, `people_concerned`
pub async fn undo(id: &str, wanted: &UndoChange) -> Result<HolidayCalendar, ApiError> {
    Call::post(undo_path(id), wanted).send().await
}
