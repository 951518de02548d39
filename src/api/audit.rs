//! `/api/desk/audit`: who did what, for the auditor.

use super::{ApiError, Call};
use eid_domain::wire::audit::{AuditPage, AuditPeople, ChainCheck, ChainView};

/// A page of what is looked for; `query` is made by [`query`].
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`
pub async fn search(query: &str) -> Result<AuditPage, ApiError> {
    Call::get(format!("/api/desk/audit{query}")).send().await
}

/// The address under which the same comes as a file.
pub fn export_href(query: &str) -> String {
    format!("/api/desk/audit/export{query}")
}

/// A query of names and values; those without a value are left out. `?a=b&c=d`, or nothing.
pub fn query(values: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for (name, value) in values.iter().filter(|(_, value)| !value.is_empty()) {
        text.push(if text.is_empty() { '?' } else { '&' });
        text.push_str(name);
        text.push('=');
        escape(value, &mut text);
    }
    text
}

/// Everything but what never needs it (RFC 3986, section 2.3).
fn escape(value: &str, text: &mut String) {
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push('%');
            text.extend(
                [byte >> 4, byte & 15]
                    .into_iter()
                    .filter_map(|digit| char::from_digit(digit.into(), 16)),
            );
        }
    }
}

/// Everybody whose entries can be looked for.
///
/// # Errors
/// `not_signed_in`, `not_allowed`
pub async fn people() -> Result<AuditPeople, ApiError> {
    Call::get("/api/desk/audit/people").send().await
}

/// Where the chain ends.
///
/// # Errors
/// `not_signed_in`, `not_allowed`
pub async fn chain() -> Result<ChainView, ApiError> {
    Call::get("/api/desk/audit/chain").send().await
}

/// A part of the check; an empty cursor begins it.
///
/// # Errors
/// `not_signed_in`, `not_allowed`
pub async fn check(cursor: &str) -> Result<ChainCheck, ApiError> {
    let query = query(&[("cursor", cursor)]);
    Call::get(format!("/api/desk/audit/check{query}")).send().await
}

#[cfg(test)]
mod tests {
    use super::query;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn values_are_escaped_and_empty_ones_left_out() {
        assert_eq!(query(&[("a", ""), ("b", "")]), "");
        assert_eq!(
            query(&[("a", "k7m-2xp"), ("b", ""), ("c", "x y&ă")]),
            "?a=k7m-2xp&c=x%20y%26%c4%83"
        );
    }
}
