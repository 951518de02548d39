//! `GET /api/desk/dossiers/{reference}/representatives`.

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
use eid_domain::{problem::Problem, wire::children::Represented};

/// Who represents the person of a dossier, masked unless a reason was given to see the data.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `no_match`.
#[utoipa::path(get, path = "/api/desk/dossiers/{reference}/representatives", tag = "desk",
    params(("reference" = String, Path)), security(("staff" = [])), responses((status = 200, body = Represented),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
) -> Result<Json<Represented>, ApiError> {
    staff.need(Right::Look)?;
    let mut tx = app.store.read().await?;
    let dossier = desk::find(&mut tx, &staff, &reference).await?;
    Ok(Json(super::seen(&mut tx, &dossier, &staff, app.now()).await?))
}
