//! `GET /api/dossiers/{reference}`.

use crate::{
    app::{
        keys::{self, AccessKey},
        view,
    },
    problem::ApiError,
    state::App,
    web::{json::Json, path::Path},
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::dossiers::DossierView};

/// Receipt and timeline, for who holds a key.
///
/// # Errors
/// `no_match`: no such reference, or another's key.
#[utoipa::path(get, path = "/api/dossiers/{reference}", tag = "tracking", params(("reference" = String, Path)),
    security(("access_key" = [])), responses((status = 200, body = DossierView),
    (status = 404, body = Problem, description = "`no_match`")))]
pub async fn read(
    State(app): State<App>,
    Path(reference): Path<String>,
    key: AccessKey,
) -> Result<Json<DossierView>, ApiError> {
    let now = app.now();
    let mut tx = app.store.read().await?;
    let (dossier, scope) = keys::open(&mut tx, &reference, &key, now).await?;
    Ok(Json(view::of(&app, &mut tx, &dossier, scope, now).await?))
}
