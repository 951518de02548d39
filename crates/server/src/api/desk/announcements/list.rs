//! `GET /api/desk/announcements`.

use super::{is_everywhere, row};
use crate::{
    app::staff::{Right, Staff},
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{calendar::office_now, problem::Problem, wire::announcements::AnnouncementsView};
use eid_store::announcements;
use jiff::{SignedDuration, Timestamp};

/// What has ended is listed for so many days.
const DAYS: i64 = 90;
const MOST: u32 = 200;

/// The own office's announcements, an administrator's all of them.
///
/// # Errors
/// `not_signed_in`, `not_allowed`.
#[utoipa::path(get, path = "/api/desk/announcements", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = AnnouncementsView), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(State(app): State<App>, staff: Staff) -> Result<Json<AnnouncementsView>, ApiError> {
    staff.need(Right::Announce)?;
    let everywhere = is_everywhere(staff.role);
    let office = (!everywhere).then_some(staff.office_id.as_str());
    let now = app.now();
    let since = now
        .saturating_sub(SignedDuration::from_hours(24 * DAYS))
        .unwrap_or(Timestamp::MIN);
    let found = announcements::list(&mut app.store.peek().await?, office, since, MOST).await?;
    Ok(Json(AnnouncementsView {
        now: office_now(now),
        everywhere,
        rows: found.into_iter().map(|one| row(&app, one)).collect(),
    }))
}
