//! `GET /api/desk/uncollected`.

use super::MOST;
use crate::{
    app::{
        desk::masked_name,
        staff::{Right, Staff},
        uncollected::{self, PAUSE_DAYS},
        view,
    },
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State as Shared;
use eid_domain::{
    dossier::State,
    problem::Problem,
    wire::batches::{UncollectedRow, UncollectedView},
};
use eid_store::{dossiers, notice_wishes};

const DAY_S: i64 = 86_400;

/// Cards at the own office whose owner was told and has not come, the longest waiting first, with the last message about
/// it and what became of that.
///
/// # Errors
/// `not_signed_in`, `not_allowed`.
#[utoipa::path(get, path = "/api/desk/uncollected", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = UncollectedView), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(Shared(app): Shared<App>, staff: Staff) -> Result<Json<UncollectedView>, ApiError> {
    staff.need(Right::Receive)?;
    let now = app.now();
    let mut tx = app.store.read().await?;
    let mut found = Vec::new();
    for state in [State::Unclaimed, State::Notified] {
        found.extend(dossiers::at_office(&mut tx, &staff.office_id, state.as_str(), MOST).await?);
    }
    found.truncate(MOST as usize);
    let ids: Vec<&str> = found.iter().map(|dossier| dossier.id.as_str()).collect();
    let told = uncollected::told(&mut tx, &ids).await?;
    let silent = notice_wishes::open_without_reminders(&mut tx, &staff.office_id).await?;
    let days =
        |since: jiff::Timestamp| u32::try_from((now.as_second() - since.as_second()) / DAY_S).unwrap_or(0);
    let rows = found.iter().map(|dossier| {
        let unclaimed = dossier.state == State::Unclaimed.as_str();
        let before = if unclaimed {
            u32::from(app.config.unclaimed_after_days)
        } else {
            0
        };
        let told = told.get(&dossier.id).cloned();
        UncollectedRow {
            reference: dossier.reference.clone(),
            dossier_code: dossier.code.clone().unwrap_or_default(),
            name_masked: masked_name(&dossier.full_name),
            phone_ends: view::phone_ends(&dossier.otp_phone),
            days: days(dossier.state_at) + before,
            unclaimed,
            may_tell: !silent.contains(&dossier.id) && uncollected::may_tell(told.as_ref(), now),
            told,
        }
    });
    let mut rows: Vec<UncollectedRow> = rows.collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.days));
    Ok(Json(UncollectedView {
        rows,
        after_days: app.config.unclaimed_after_days,
        pause_days: PAUSE_DAYS,
    }))
}
