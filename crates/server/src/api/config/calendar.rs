//! `GET /api/calendar`.

use crate::{data, problem::ApiError, state::App, web::packed::Packed};
use axum::{extract::State, http::HeaderMap, response::Response};

/// Public holidays and the days moved because of them, as the data file has them (CSV in a JSON string). Apart from the
/// settings because it is the larger part and few pages reckon with it.
///
/// # Errors
/// When it cannot be written as JSON.
#[utoipa::path(get, path = "/api/calendar", tag = "config", responses((status = 200, body = String)))]
pub async fn calendar(State(_): State<App>, headers: HeaderMap) -> Result<Response, ApiError> {
    Ok(Packed::fast(serde_json::to_vec(data::HOLIDAYS)?).answer(&headers))
}
