//! Whether a statement is genuine and still good.

use super::{Statement, token};
use crate::slip::KeySet;
use jiff::Timestamp;

/// What can be said of a statement without asking anybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judged {
    /// The text holds none.
    NotOurs,
    /// It names a key that is not known here.
    UnknownKey,
    /// Forged, or damaged.
    NotGenuine,
    /// Genuine, and its minute is over, or has not begun.
    Expired(Statement),
    /// Genuine and good. Whether it was taken back is another question.
    Good(Statement),
}

/// Seconds by which the clock of who checks may be behind that of who signs.
const BEHIND_S: i64 = 120;

/// Judges what was scanned or pasted, at a time.
#[must_use]
pub fn judge(text: &str, keys: &KeySet, now: Timestamp) -> Judged {
    let Some(found) = token::find(text) else {
        return Judged::NotOurs;
    };
    let Some((object, kid)) = token::read(&found) else {
        return Judged::NotGenuine;
    };
    let Some(key) = keys.keys.iter().find(|key| key.kid == kid) else {
        return Judged::UnknownKey;
    };
    let good = object.verify_signature(b"", |signature, bytes| {
        if key.verifies(bytes, signature) {
            Ok(())
        } else {
            Err(())
        }
    });
    let Some(statement) = good.ok().and_then(|()| token::statement(&object)) else {
        return Judged::NotGenuine;
    };
    let early = statement.issued_at.as_second() - now.as_second() > BEHIND_S;
    if early || statement.expires_at <= now {
        Judged::Expired(statement)
    } else {
        Judged::Good(statement)
    }
}
