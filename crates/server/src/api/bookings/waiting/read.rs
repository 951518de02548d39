//! `GET /api/bookings/{reference}/waiting`.

use super::view;
use crate::{
    app::keys::{self, AccessKey, Link},
    problem::ApiError,
    state::App,
    web::{json::Json, path::Path},
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::waiting::WaitingView};

/// Whether a person waits, and what is kept for them.
///
/// # Errors
/// `no_match`, `not_allowed`.
#[utoipa::path(get, path = "/api/bookings/{reference}/waiting", tag = "waiting",
    params(("reference" = String, Path)), security(("access_key" = [])), responses(
    (status = 200, body = WaitingView), (status = 404, body = Problem, description = "`no_match`")))]
pub async fn read(
    State(app): State<App>,
    Path(reference): Path<String>,
    key: AccessKey,
) -> Result<Json<WaitingView>, ApiError> {
    let now = app.now();
    let mut tx = app.store.read().await?;
    let (dossier, manages) = keys::open_for(&mut tx, &reference, &key, Link::Offer, now).await?;
    Ok(Json(view::of(&app, &mut tx, &dossier, manages, now).await?))
}
