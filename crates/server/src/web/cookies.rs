//! The four cookies. Their values are random tokens; the database knows only the digests.

use axum::http::{HeaderMap, HeaderValue, header};

/// A citizen's session.
pub const CITIZEN: &str = "__Host-eid";
/// A session of staff.
pub const DESK: &str = "__Host-eid-desk";
/// A sign-in of staff between password and code.
pub const DESK_BEGUN: &str = "__Host-eid-desk-begun";
/// The activation journey.
pub const ACTIVATION: &str = "__Host-eid-act";

/// The value of a cookie.
#[must_use]
pub fn get<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// `Set-Cookie` for a session cookie: gone when the browser closes, never readable by scripts, never sent
/// from another site.
#[must_use]
pub fn set(name: &str, token: &str) -> HeaderValue {
    header_value(format!(
        "{name}={token}; Path=/; Secure; HttpOnly; SameSite=Strict"
    ))
}

/// `Set-Cookie` that removes a cookie.
#[must_use]
pub fn clear(name: &str) -> HeaderValue {
    header_value(format!(
        "{name}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0"
    ))
}

fn header_value(text: String) -> HeaderValue {
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, "a=1; __Host-eid-desk=two".parse().unwrap());
        headers.append(header::COOKIE, "__Host-eid=one".parse().unwrap());
        assert_eq!(get(&headers, CITIZEN), Some("one"));
        assert_eq!(get(&headers, DESK), Some("two"));
        assert_eq!(get(&headers, ACTIVATION), None);
        assert!(
            set(CITIZEN, "x")
                .to_str()
                .unwrap()
                .starts_with("__Host-eid=x; Path=/; Secure; HttpOnly;")
        );
    }
}
