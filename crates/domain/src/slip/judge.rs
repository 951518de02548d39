//! Whether a slip is genuine.

use super::{claims::SlipClaims, key::KeySet, token};

/// What can be said of a slip without asking anybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The text holds no slip.
    NotASlip,
    /// It names a key that is not known here: made elsewhere, or with a newer key.
    UnknownKey,
    /// The signature does not fit: forged, or damaged.
    NotGenuine,
    /// Signed by us. Whether the visit still stands is another question.
    Genuine(SlipClaims),
}

/// Judges what was scanned or pasted.
#[must_use]
pub fn judge(text: &str, keys: &KeySet) -> Verdict {
    let Some(token) = token::find(text) else {
        return Verdict::NotASlip;
    };
    let Some(parts) = token::Parts::of(&token) else {
        return Verdict::NotGenuine;
    };
    let Some(key) = keys.keys.iter().find(|key| key.kid == parts.kid) else {
        return Verdict::UnknownKey;
    };
    let good = key.verifies(parts.input.as_bytes(), &parts.signature);
    match parts.claims().filter(|_| good) {
        Some(claims) => Verdict::Genuine(claims),
        None => Verdict::NotGenuine,
    }
}
