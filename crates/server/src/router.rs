//! Everything between the port and the endpoints.

use crate::{
    api, openapi,
    problem::ApiError,
    state::App,
    web::{acting, assets, deadline, headers, json, log, origin, panic, plain_cookies, request_id},
};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderValue, StatusCode, header},
    middleware::{from_fn, from_fn_with_state},
    response::Response,
    routing::get,
};
use eid_domain::problem::ProblemCode;
use tower_http::catch_panic::CatchPanicLayer;

/// More than any form of ours needs.
const LARGEST_BODY: usize = 64 * 1024;

/// The whole server as one service.
pub fn build(app: App) -> Router {
    build_with(app, Router::new())
}

/// The same with more routes, which lie inside of all layers as its own do. Layers named later lie further outside.
pub fn build_with(app: App, more: Router<App>) -> Router {
    let (endpoints, document) = openapi::split(api::router());
    let document = serde_json::to_vec(&document)
        .map(axum::body::Bytes::from)
        .unwrap_or_default();
    endpoints
        .route("/api/openapi.json", get(move || describe(document)))
        .merge(more)
        .method_not_allowed_fallback(method_not_allowed)
        .fallback(assets::serve)
        .layer(from_fn_with_state(app.clone(), origin::same_only))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(from_fn(deadline::enforce))
        .layer(CatchPanicLayer::custom(panic::answer))
        .layer(from_fn_with_state(app.clone(), plain_cookies::allow))
        .layer(from_fn_with_state(app.clone(), headers::attach))
        .layer(from_fn(log::requests))
        .layer(from_fn(acting::attach))
        .layer(from_fn_with_state(app.clone(), request_id::attach))
        .with_state(app)
}

async fn describe(document: axum::body::Bytes) -> Response {
    let mut response = json::bytes(StatusCode::OK, document);
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

async fn method_not_allowed() -> ApiError {
    ProblemCode::MethodNotAllowed.into()
}
