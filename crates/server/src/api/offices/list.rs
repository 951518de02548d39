//! `GET /api/offices`.

use crate::{state::App, web::json};
use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use eid_domain::office::Office;

/// Every office.
#[derive(serde::Serialize, utoipa::ToSchema)]
pub struct Offices {
    /// By id.
    pub offices: Vec<Office>,
}

/// Every office. Answered with an entity tag; ask with `If-None-Match` to learn that nothing changed.
#[utoipa::path(get, path = "/api/offices", tag = "offices",
    responses((status = 200, body = Offices), (status = 304, description = "Nothing changed")))]
pub async fn list(State(app): State<App>, headers: HeaderMap) -> Response {
    let tag = &app.catalog.offices_etag;
    let asked = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let known = asked
        .split(',')
        .any(|one| one.trim().trim_start_matches("W/") == tag);
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        json::bytes(StatusCode::OK, app.catalog.offices_json.clone())
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(header::ETAG, tag);
    }
    response
}
