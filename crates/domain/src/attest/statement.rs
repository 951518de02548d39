//! What a token holds.

use super::{Claim, Said};
use jiff::Timestamp;

/// Seconds a statement is good for: long enough to be scanned, too short to be passed on.
pub const LIFETIME_S: u32 = 60;

/// A statement. It has no name of an account, so that two of them cannot be told to be of one person, unless that was ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Random, for asking whether it stands.
    pub id: [u8; 16],
    /// When it was made; whole seconds.
    pub issued_at: Timestamp,
    /// Until when it is good; whole seconds.
    pub expires_at: Timestamp,
    /// What was ticked, and what is said to it, in the order of [`Claim::ALL`].
    pub said: Vec<(Claim, Said)>,
}
