//! What people report.

use std::fmt;

/// One of the messages that people report about accounts, `E01` to `E22`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trouble(u8);

impl Trouble {
    /// How many there are.
    pub const COUNT: u8 = 22;

    /// Every one.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=Self::COUNT).map(Self)
    }

    /// Reads `E05`, also in lower case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix(['E', 'e']).filter(|digits| digits.len() == 2)?;
        Self::all().find(|one| digits.bytes().eq([b'0' + one.0 / 10, b'0' + one.0 % 10]))
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "E{:02}", self.0)
    }
}
