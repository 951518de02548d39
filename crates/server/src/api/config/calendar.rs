//! `GET /api/calendar`.

use crate::{problem::ApiError, state::App, web::packed::Packed};
use axum::{extract::State, http::HeaderMap, response::Response};

/// Public holidays and the days moved because of them, as they are now: the data file with what the administrator says over
/// it (CSV in a JSON string). Apart from the settings because it is the larger part and few pages reckon with it.
///
/// # Errors
/// When it cannot be written as JSON.
#[utoipa::path(get, path = "/api/calendar", tag = "config", responses((status = 200, body = String)))]
pub async fn calendar(State(app): State<App>, headers: HeaderMap) -> Result<Response, ApiError> {
    Ok(Packed::fast(serde_json::to_vec(&app.catalog.calendar().to_csv())?).answer(&headers))
}
