//! `GET /api/slips/keys`.

use crate::state::App;
use axum::{
    body::Body,
    extract::State,
    http::{HeaderValue, header},
    response::Response,
};
use eid_domain::slip::KeySet;

/// The public keys of slips, as a JWK set: the present one first.
#[utoipa::path(get, path = "/api/slips/keys", tag = "slips",
    responses((status = 200, body = KeySet, content_type = "application/jwk-set+json")))]
pub async fn keys(State(app): State<App>) -> Response {
    let mut response = Response::new(Body::from(app.slip_keys.json()));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/jwk-set+json"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}
