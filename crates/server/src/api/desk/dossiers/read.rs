//! `GET /api/desk/dossiers/{reference}`.

use crate::{
    app::{
        desk,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::{json::Json, path::Path},
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::desk::DeskDossier};

/// One dossier; the person is masked until a reason was given in this session.
///
/// # Errors
/// `no_match`: no such reference, or another office's.
#[utoipa::path(get, path = "/api/desk/dossiers/{reference}", tag = "desk", params(("reference" = String, Path)),
    security(("staff" = [])), responses((status = 200, body = DeskDossier), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn read(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
) -> Result<Json<DeskDossier>, ApiError> {
    staff.need(Right::Look)?;
    let mut tx = app.store.read().await?;
    let dossier = desk::find(&mut tx, &staff, &reference).await?;
    Ok(Json(
        desk::seen(&app, &mut tx, &dossier, &staff, app.now()).await?,
    ))
}
