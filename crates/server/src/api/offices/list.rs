//! `GET /api/offices`.

use crate::state::App;
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
    let listing = app.catalog.listing();
    let tag = &listing.etag;
    let asked = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let known = asked.split(',').any(|one| bare(one) == bare(tag));
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        listing.json.answer(&headers)
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(header::ETAG, tag);
    }
    response
}

/// Weak tags compare by their text (RFC 9110, section 8.8.3.2).
fn bare(tag: &str) -> &str {
    tag.trim().trim_start_matches("W/")
}
