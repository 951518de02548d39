//! `GET /api/slips/standing`.

use crate::{app::slips, problem::ApiError, state::App, web::json::Json};
use axum::{extract::State, http::HeaderMap};
use eid_domain::wire::{SLIP, slips::SlipStanding};

/// What has become of the visit whose slip is shown in the header `X-Slip`.
///
/// Whoever has a genuine slip learns whether it is still the last word, never what the last word is. A forged slip and
/// one whose visit is not known are one answer.
#[utoipa::path(get, path = "/api/slips/standing", tag = "slips",
    params(("x-slip" = String, Header, description = "The slip's token, or the address that its code holds.")),
    responses((status = 200, body = SlipStanding)))]
pub async fn standing(State(app): State<App>, headers: HeaderMap) -> Result<Json<SlipStanding>, ApiError> {
    let shown = headers.get(SLIP).and_then(|value| value.to_str().ok());
    let state = slips::standing(&app, shown.unwrap_or_default()).await?;
    Ok(Json(SlipStanding { state }))
}
