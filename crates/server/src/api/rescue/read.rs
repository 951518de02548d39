//! `GET /api/rescue/{lang}`.

use crate::{problem::ApiError, state::App, web::path::Path};
use axum::{extract::State, http::HeaderMap, response::Response};
use eid_domain::{
    problem::Problem,
    wire::{Lang, rescue::RescueView},
};

/// Questions, answers and ways out, in one language. The same for everybody, so that a device may keep it.
///
/// # Errors
/// `not_found` for another language.
#[utoipa::path(get, path = "/api/rescue/{lang}", tag = "rescue", params(("lang" = Lang, Path)),
    responses((status = 200, body = RescueView), (status = 404, body = Problem)))]
pub async fn read(
    State(app): State<App>,
    Path(lang): Path<Lang>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    Ok(app.rescue.in_lang(lang).answer(&headers))
}
