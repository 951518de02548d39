//! `GET /api/desk/audit`.

use super::{AuditQuery, actor_of, cursor_text, note_reading, object_of, role_of, wanted};
use crate::{
    app::staff::{Right, Staff},
    problem::ApiError,
    state::App,
    web::{json::Json, query::Query},
};
use axum::extract::State;
use eid_domain::{
    problem::Problem,
    wire::audit::{AuditPage, AuditRow},
};
use eid_store::audit::search::{self as stored, Found};

const PAGE: u32 = 50;

/// A page of the audit, newest first. That it was read is written into it.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`.
#[utoipa::path(get, path = "/api/desk/audit", tag = "desk", params(AuditQuery), security(("staff" = [])), responses(
    (status = 200, body = AuditPage), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 422, body = Problem)))]
pub async fn search(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<AuditQuery>,
) -> Result<Json<AuditPage>, ApiError> {
    staff.need(Right::Audit)?;
    let mut tx = app.store.read().await?;
    let Some(wanted) = wanted(&mut tx, &query).await? else {
        return Ok(Json(AuditPage::default()));
    };
    // One more than is shown says whether there is another page.
    let mut found = stored::page(&mut tx, &wanted, PAGE + 1).await?;
    drop(tx);
    let more = found.len() > PAGE as usize;
    found.truncate(PAGE as usize);
    let next = found.last().filter(|_| more).map(cursor_text);
    let rows: Result<Vec<AuditRow>, ApiError> = found.iter().map(row).collect();
    let mut tx = app.store.begin().await?;
    note_reading(&app, &mut tx, &staff, "audit.search", &wanted, app.now()).await?;
    tx.commit().await?;
    Ok(Json(AuditPage { rows: rows?, next }))
}

fn row(found: &Found) -> Result<AuditRow, ApiError> {
    Ok(AuditRow {
        sequence: found.sequence,
        at: found.entry.at,
        actor: actor_of(found)?,
        actor_name: found.actor_name.clone().unwrap_or_default(),
        role: role_of(found),
        action: found.entry.action.clone(),
        object_kind: found.entry.object_kind.clone(),
        object: object_of(found),
        reason: found.entry.reason.clone().unwrap_or_default(),
    })
}
