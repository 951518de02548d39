//! `DELETE /api/desk/helper-sessions/{id}`.

use crate::{
    app::{
        audit::Who,
        helpers,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation, path::Path},
};
use axum::{extract::State, http::StatusCode};
use eid_domain::problem::Problem;

/// The helper is done.
///
/// # Errors
/// `not_allowed`; `journey_expired`: over already, somebody else's, or never there.
#[utoipa::path(delete, path = "/api/desk/helper-sessions/{id}", tag = "desk", params(("id" = String, Path)),
    security(("staff" = [])), responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 410, body = Problem)))]
pub async fn end(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    _: Mutation<Nothing>,
) -> Result<StatusCode, ApiError> {
    staff.need(Right::LookAlong)?;
    let now = app.now();
    let mut tx = app.store.begin().await?;
    let (open, _) = helpers::open_of(&mut tx, &staff, &id, now).await?;
    helpers::end(&app, &mut tx, &open.account_id, Who::Staff(&staff.id), now).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
