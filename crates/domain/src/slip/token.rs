//! The token's text: `header.claims.signature`.

use super::{
    base64url,
    claims::{SlipClaims, Written},
};
use serde::{Deserialize, Serialize};

/// The kind of token: another one of ours, or anybody's, must not pass for a slip (RFC 8725 §3.11).
const TYPE: &str = "slip+jwt";
/// Longer than any token of ours; what is longer is not looked at.
const LONGEST: usize = 1000;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    alg: String,
    typ: String,
    kid: String,
}

/// A token taken apart; nothing is proved yet.
pub(super) struct Parts<'a> {
    /// What was signed.
    pub(super) input: &'a str,
    /// The key's name.
    pub(super) kid: String,
    /// The claims, not to be read before the signature was checked.
    claims: Vec<u8>,
    /// The signature.
    pub(super) signature: Vec<u8>,
}

impl<'a> Parts<'a> {
    /// Takes a token apart; `None` where it is not one of a slip.
    pub(super) fn of(token: &'a str) -> Option<Self> {
        let (input, signature) = token.rsplit_once('.')?;
        let (header, claims) = input.split_once('.')?;
        let header: Header = serde_json::from_slice(&base64url::decode(header)?).ok()?;
        // One algorithm: what the token asks for is never done (RFC 8725 §3.1).
        (header.alg == "EdDSA" && header.typ == TYPE).then_some(Self {
            input,
            kid: header.kid,
            claims: base64url::decode(claims)?,
            signature: base64url::decode(signature)?,
        })
    }

    /// The claims of a token whose signature is good.
    pub(super) fn claims(&self) -> Option<SlipClaims> {
        let written: Written = serde_json::from_slice(&self.claims).ok()?;
        written.read()
    }
}

/// What is signed: header and claims.
pub(super) fn input(claims: &SlipClaims, kid: &str) -> Option<String> {
    let header = Header {
        alg: "EdDSA".to_owned(),
        typ: TYPE.to_owned(),
        kid: kid.to_owned(),
    };
    let header = serde_json::to_vec(&header).ok()?;
    let claims = serde_json::to_vec(&Written::from(claims)).ok()?;
    Some(format!(
        "{}.{}",
        base64url::encode(&header),
        base64url::encode(&claims)
    ))
}

/// The token in what was scanned, typed by a reader of codes, or pasted: alone, or behind `#` in an address. Blanks and
/// line breaks that came on the way are dropped. `None` where there is nothing that looks like one.
#[must_use]
pub fn find(text: &str) -> Option<String> {
    if text.len() > 4 * LONGEST {
        return None;
    }
    let last = text.rsplit('#').next().unwrap_or_default();
    let token: String = last.chars().filter(|c| !c.is_whitespace()).collect();
    let mut parts = token.split('.');
    let whole = |part: Option<&str>| part.is_some_and(|part| !part.is_empty());
    let three = whole(parts.next()) && whole(parts.next()) && whole(parts.next()) && parts.next().is_none();
    let symbols = token
        .bytes()
        .all(|byte| byte == b'.' || base64url::is_symbol(byte));
    // Host names have dots too: a header in JSON begins like this, whatever it holds.
    (three && symbols && token.starts_with("eyJ") && token.len() <= LONGEST).then_some(token)
}
