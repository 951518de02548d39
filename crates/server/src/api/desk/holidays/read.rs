//! `GET /api/desk/holidays`.

use crate::{
    app::{
        holidays,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::holidays::HolidayCalendar};
use eid_store::holidays::current;

/// The country's days to come that differ from their weekday, and the version of the calendar.
///
/// # Errors
/// `not_signed_in`, `not_allowed`.
#[utoipa::path(get, path = "/api/desk/holidays", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = HolidayCalendar), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn read(State(app): State<App>, staff: Staff) -> Result<Json<HolidayCalendar>, ApiError> {
    staff.need(Right::Holidays)?;
    let said = current(&mut app.store.peek().await?).await?;
    holidays::view(&app, &said, app.now()).map(Json)
}
