//! Cookies of a demo in Safari, which keeps no `Secure` cookie from a page without HTTPS, not even from this machine's own
//! address (Chromium and Firefox do). Without them nobody could sign in to a demo there. A server that is no demo never
//! sends or takes a cookie under another name than `__Host-…`.

use crate::state::App;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Uri, header},
    middleware::Next,
    response::Response,
};
use std::net::IpAddr;

/// What the browser insists on, and what it costs in Safari.
const PREFIX: &str = "__Host-eid";
const PLAIN: &str = "eid";
const SECURE: &str = " Secure;";

/// Takes and gives such cookies where they are needed; everywhere else nothing changes.
pub async fn allow(State(app): State<App>, mut request: Request, next: Next) -> Response {
    if !app.config.demo || !is_needed(request.headers()) {
        return next.run(request).await;
    }
    edit(request.headers_mut(), &header::COOKIE, prefixed);
    let mut response = next.run(request).await;
    edit(response.headers_mut(), &header::SET_COOKIE, |cookie| {
        cookie.replacen(PREFIX, PLAIN, 1).replacen(SECURE, "", 1)
    });
    response
}

/// Safari that has opened this machine's own address. Every other browser names Chrome, or is not WebKit.
fn is_needed(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let agent = text(header::USER_AGENT).unwrap_or_default();
    let safari = agent.contains("AppleWebKit/") && !agent.contains("Chrome/") && !agent.contains("Edg/");
    let host = text(header::HOST).and_then(|host| host.parse::<Uri>().ok());
    let host = host.as_ref().and_then(Uri::host).unwrap_or_default();
    let address = host.trim_matches(['[', ']']).parse::<IpAddr>();
    safari && (host == "localhost" || address.is_ok_and(|address| address.is_loopback()))
}

/// The cookies as the rest of the server knows them. Those that bear its name already were not sent by this browser.
fn prefixed(line: &str) -> String {
    let cookies = line.split(';').map(str::trim);
    let known = cookies.filter(|cookie| !cookie.starts_with(PREFIX));
    let renamed = known.map(|cookie| match cookie.strip_prefix(PLAIN) {
        Some(rest) => format!("{PREFIX}{rest}"),
        None => cookie.to_owned(),
    });
    renamed.collect::<Vec<_>>().join("; ")
}

fn edit(headers: &mut HeaderMap, name: &header::HeaderName, edit: impl Fn(&str) -> String) {
    let edited: Vec<HeaderValue> = headers
        .get_all(name)
        .iter()
        .filter_map(|value| HeaderValue::try_from(edit(value.to_str().ok()?)).ok())
        .collect();
    headers.remove(name);
    for value in edited {
        headers.append(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAFARI: &str = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) \
        Version/18.3 Safari/605.1.15";

    fn asks(host: &str, agent: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().unwrap());
        headers.insert(header::USER_AGENT, agent.parse().unwrap());
        is_needed(&headers)
    }

    #[test]
    fn only_safari_at_this_machines_own_address_needs_them() {
        for host in ["127.0.0.1:8080", "localhost:8080", "[::1]:8080"] {
            assert!(asks(host, SAFARI), "{host}");
        }
        for host in ["eid.example", "10.0.0.1:8080", "localhost.example"] {
            assert!(!asks(host, SAFARI), "{host}");
        }
        let chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0 Safari/537.36";
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
        assert!(!asks("127.0.0.1:8080", chrome) && !asks("127.0.0.1:8080", firefox));
    }

    #[test]
    fn names_go_there_and_back() {
        assert_eq!(
            prefixed("a=1; eid=two; eid-desk=three"),
            "a=1; __Host-eid=two; __Host-eid-desk=three"
        );
        assert_eq!(prefixed("__Host-eid=forged; eid=two"), "__Host-eid=two");
    }
}
