//! `POST /api/desk/helper-sessions/{id}/looks`.

use crate::{
    app::{
        helpers,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::{json::Json, once::Mutation, path::Path},
};
use axum::extract::State;
use eid_domain::{
    problem::Problem,
    wire::helper::{HelperView, LookAlong},
};

/// Shows one part, masked; the owner sees at what was looked, and the audit keeps it. The answer is never kept for a repeat:
/// what is shown must not outlast the session.
///
/// # Errors
/// `not_allowed`; `journey_expired`: over, somebody else's, or never there.
#[utoipa::path(post, path = "/api/desk/helper-sessions/{id}/looks", tag = "desk", params(("id" = String, Path)),
    request_body = LookAlong, security(("staff" = [])), responses((status = 200, body = HelperView),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 410, body = Problem)))]
pub async fn look(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { body, .. }: Mutation<LookAlong>,
) -> Result<Json<HelperView>, ApiError> {
    staff.need(Right::LookAlong)?;
    let mut tx = app.store.begin().await?;
    let seen = helpers::look(&app, &mut tx, &staff, &id, body.part, app.now()).await?;
    tx.commit().await?;
    Ok(Json(seen))
}
