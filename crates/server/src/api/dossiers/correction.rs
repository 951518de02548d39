//! `GET /api/dossiers/{reference}/correction`.

use crate::{
    app::{
        corrections,
        keys::{self, AccessKey},
    },
    problem::ApiError,
    state::App,
    web::{json::Json, path::Path},
};
use axum::extract::State;
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::dossiers::{AccessScope, Correction},
};
use eid_store::appointments;

/// What the person must correct or add, with which papers, and until when.
///
/// # Errors
/// `no_match`: no such reference, or another's key; `not_found` where nothing is asked for.
#[utoipa::path(get, path = "/api/dossiers/{reference}/correction", tag = "tracking",
    params(("reference" = String, Path)), security(("access_key" = [])), responses(
    (status = 200, body = Correction),
    (status = 404, body = Problem, description = "`no_match`, `not_found`")))]
pub async fn correction(
    State(app): State<App>,
    Path(reference): Path<String>,
    key: AccessKey,
) -> Result<Json<Correction>, ApiError> {
    let now = app.now();
    let mut tx = app.store.read().await?;
    let (dossier, scope) = keys::open(&mut tx, &reference, &key, now).await?;
    let visit = appointments::latest_of_dossier(&mut tx, &dossier.id).await?;
    let asked = corrections::seen(&mut tx, &dossier, visit.as_ref(), now).await?;
    let mut asked = asked.ok_or(ApiError::from(ProblemCode::NotFound))?;
    if scope != AccessScope::Manage {
        // An officer's words may name the person.
        asked.words.clear();
        if let Some(so_far) = &mut asked.so_far {
            so_far.answer = None;
        }
    }
    Ok(Json(asked))
}
