//! Headers that every answer carries.

use crate::state::App;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
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
/// What rules a document or a worker.
static OF_DOCUMENTS: [(HeaderName, &str); 4] = [
    (header::CONTENT_SECURITY_POLICY, CSP),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
];
/// What is no page, but would be shown if somebody opened its address.
static OF_DATA: [(HeaderName, &str); 1] = [(
    header::CONTENT_SECURITY_POLICY,
    "default-src 'none'; frame-ancestors 'none'",
)];

/// What an answer can do in a browser, and so which rules it needs. All of them on each of the twenty parts of a page
/// would be 10 kB for nothing.
#[derive(Debug, PartialEq, Eq)]
enum Kind {
    /// A page, a worker, or what we do not know: every rule.
    Document,
    /// Answers of the API and pictures: they load and run nothing.
    Data,
    /// Files that a page loads and that can neither be a document nor a worker.
    Part,
}

impl Kind {
    fn of(path: &str) -> Self {
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        if path.starts_with("/api") || ending == "svg" {
            return Self::Data;
        }
        let Some(asset) = path.strip_prefix("/assets/") else {
            return Self::Document;
        };
        let module = ending == "js" && MODULES.iter().any(|name| asset.starts_with(name));
        if module || ["wasm", "pack", "css", "json"].contains(&ending) {
            Self::Part
        } else {
            Self::Document
        }
    }

    fn rules(&self) -> &'static [(HeaderName, &'static str)] {
        match self {
            Self::Document => &OF_DOCUMENTS,
            Self::Data => &OF_DATA,
            Self::Part => &[],
        }
    }
}

/// Scripts that are modules of a page. Other scripts are workers, which are ruled by their own answer.
const MODULES: [&str; 3] = ["boot.", "main.", "pages."];

/// Adds them. Answers of the API are never kept by a cache unless their endpoint says otherwise.
pub async fn attach(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let api = path.starts_with("/api");
    let kind = Kind::of(path);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS.iter().chain(kind.rules()) {
        headers.insert(name.clone(), HeaderValue::from_static(value));
    }
    if kind == Kind::Part && is_for_ever(headers) {
        for name in [header::LAST_MODIFIED, header::ACCEPT_RANGES, header::ETAG] {
            headers.remove(name);
        }
    }
    if !app.config.demo && kind != Kind::Part {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    if api && !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// Whether the file under this name never changes: then nobody needs to ask whether it has.
fn is_for_ever(headers: &HeaderMap) -> bool {
    let rule = headers.get(header::CACHE_CONTROL);
    rule.is_some_and(|rule| rule.as_bytes().ends_with(b"immutable"))
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn what_could_run_or_be_shown_is_no_part() {
        let cases = [
            ("/assets/main.5b.wasm", Kind::Part),
            ("/assets/main.1.js", Kind::Part),
            ("/assets/app.1.css", Kind::Part),
            ("/assets/i18n/vi/home.1.json", Kind::Part),
            ("/assets/x.svg", Kind::Data),
            ("/icon.svg", Kind::Data),
            ("/api/config", Kind::Data),
            ("/assets/scan.1.js", Kind::Document),
            ("/sw.js", Kind::Document),
            ("/main.1.js", Kind::Document),
            ("/", Kind::Document),
            ("/x.json", Kind::Document),
            ("/assets/", Kind::Document),
            ("/dat-lich.css", Kind::Document),
        ];
        for (path, kind) in cases {
            assert_eq!(Kind::of(path), kind, "{path}");
        }
    }
}
