//! `POST /api/desk/holidays/preview`.

use crate::{
    app::{
        holidays,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::{json::Json, once::Mutation},
};
use axum::extract::State;
use eid_domain::{
    calendar::office_date,
    problem::Problem,
    wire::holidays::{HolidayPreview, WantedDays},
};
use eid_store::holidays::current;

/// What other days would make and break in all offices. Nothing is changed.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`.
#[utoipa::path(post, path = "/api/desk/holidays/preview", tag = "desk", request_body = WantedDays,
    security(("staff" = [])), responses((status = 200, body = HolidayPreview), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn preview(
    State(app): State<App>,
    staff: Staff,
    Mutation { body, .. }: Mutation<WantedDays>,
) -> Result<Json<HolidayPreview>, ApiError> {
    staff.need(Right::Holidays)?;
    let now = app.now();
    let mut tx = app.store.read().await?;
    let said = current(&mut tx).await?;
    let calendar = holidays::calendar(&app, &said)?;
    let wanted = holidays::wanted(&calendar, body.days, office_date(now))?;
    holidays::preview(&app, &mut tx, &said, wanted, now)
        .await
        .map(Json)
}
