//! Headers that every answer carries.

use crate::state::App;
use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

/// No inline script, no other origin; WebAssembly may be compiled, camera and place may be asked for on our own pages.
const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; \
    media-src 'self' blob:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const PERMISSIONS: &str = "camera=(self), microphone=(), geolocation=(self), payment=(), usb=(), browsing-topics=(), interest-cohort=()";
const ALWAYS: [(HeaderName, &str); 2] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];
/// What rules a document or a worker. On the twenty parts of a page that are neither it would be 10 kB for nothing.
const POLICIES: [(HeaderName, &str); 4] = [
    (header::CONTENT_SECURITY_POLICY, CSP),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
];

/// Adds them. Answers of the API are never kept by a cache unless their endpoint says otherwise.
pub async fn attach(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let api = path.starts_with("/api");
    let part = is_part(path);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if !part {
        for (name, value) in POLICIES {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    if !app.config.demo && !part {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    if api && !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// Files that a page loads and that can neither be a document nor a worker.
fn is_part(path: &str) -> bool {
    let kind = path.rsplit_once('.').map_or("", |(_, kind)| kind);
    path.starts_with("/assets/") && ["wasm", "pack", "css", "json"].contains(&kind)
}

#[cfg(test)]
mod tests {
    use super::is_part;

    #[test]
    fn what_could_run_or_be_shown_is_no_part() {
        for path in [
            "/assets/main.5b.wasm",
            "/assets/app.1.css",
            "/assets/i18n/vi/home.1.json",
        ] {
            assert!(is_part(path), "{path}");
        }
        for path in [
            "/",
            "/assets/main.1.js",
            "/assets/x.svg",
            "/x.json",
            "/api/config",
            "/assets/",
            "/dat-lich.css",
        ] {
            assert!(!is_part(path), "{path}");
        }
    }
}
