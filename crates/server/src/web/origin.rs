//! A change may be asked for by our own pages only (no cross-site request forgery).
//!
//! Browsers say where a request comes from in `Sec-Fetch-Site`, older ones in `Origin`. A client that sends
//! neither is no browser and carries no one's cookies by accident.

use crate::{problem::ApiError, state::App};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use eid_domain::problem::ProblemCode;

/// Refuses changes from other origins.
pub async fn same_only(State(app): State<App>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || is_same(request.headers(), app.config.public_origin.as_deref()) {
        next.run(request).await
    } else {
        ApiError::from(ProblemCode::CrossOrigin).into_response()
    }
}

fn is_same(headers: &HeaderMap, public_origin: Option<&str>) -> bool {
    let text = |name: &str| {
        headers
            .get(name)
            .map(|value| value.to_str().unwrap_or("unreadable"))
    };
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text(header::ORIGIN.as_str()) else {
        return true;
    };
    let authority = origin.split_once("://").map(|(_, authority)| authority);
    Some(origin) == public_origin || authority.is_some() && authority == text(header::HOST.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, value.parse().unwrap());
        }
        is_same(&headers, Some("https://eid.example"))
    }

    #[test]
    fn only_our_own_pages_and_clients_that_are_no_browser() {
        assert!(same(&[]));
        assert!(same(&[("sec-fetch-site", "same-origin")]));
        assert!(same(&[("sec-fetch-site", "none")]));
        assert!(!same(&[("sec-fetch-site", "same-site")]));
        assert!(!same(&[
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://eid.example")
        ]));
        assert!(same(&[
            ("origin", "http://127.0.0.1:8080"),
            ("host", "127.0.0.1:8080")
        ]));
        assert!(same(&[("origin", "https://eid.example"), ("host", "10.0.0.1")]));
        assert!(!same(&[
            ("origin", "http://evil.example"),
            ("host", "127.0.0.1:8080")
        ]));
        assert!(!same(&[("origin", "null"), ("host", "127.0.0.1:8080")]));
    }
}
