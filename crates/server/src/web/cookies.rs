//! The cookies. Their values are random tokens; the database knows only the digests.

use axum::http::{HeaderMap, HeaderValue, header};

/// A citizen's session.
pub const CITIZEN: &str = "__Host-eid";
/// A session of staff.
pub const DESK: &str = "__Host-eid-desk";
/// A sign-in of staff between password and code.
pub const DESK_BEGUN: &str = "__Host-eid-desk-begun";
/// The activation journey.
pub const ACTIVATION: &str = "__Host-eid-act";

/// A sign-in of a citizen between password and code.
pub const BEGUN: &str = "__Host-eid-begun";
/// Another password for who has forgotten the old one.
pub const RECOVERY: &str = "__Host-eid-recovery";
/// A session of a lodging or an apartment block.
pub const VENUE: &str = "__Host-eid-venue";
/// By which a browser is known again as the device of an account; it opens nothing by itself.
pub const DEVICE: &str = "__Host-eid-device";
/// As long as browsers keep a cookie.
const KEPT_S: u32 = 400 * 24 * 60 * 60;

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

/// `Set-Cookie` for what is to be known again when the browser was closed.
#[must_use]
pub fn keep(name: &str, token: &str) -> HeaderValue {
    header_value(format!(
        "{name}={token}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={KEPT_S}"
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
