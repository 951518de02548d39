//! What a card said, as far as the form asks for it. Everything else on the card is dropped at once.

use eid_domain::identity::{BirthDate, CardQr, Mrz};

/// Where it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Source {
    /// The code; it has the name with its accents.
    Code,
    /// The three lines; their name has none.
    Lines,
}

/// What will be filled in.
#[derive(Clone, PartialEq, Eq)]
pub(in super::super) struct Reading {
    /// The name with accents, where it could be read.
    pub(in super::super) name: Option<String>,
    /// Twelve digits.
    pub(in super::super) number: String,
    /// The birth date, where it could be read.
    pub(in super::super) birth: Option<BirthDate>,
    /// Where it came from.
    pub(in super::super) source: Source,
    /// Letters were garbled and have been put right.
    pub(in super::super) repaired: bool,
}

impl Reading {
    pub(super) fn of_code(code: &CardQr) -> Self {
        Self {
            name: code.name.as_ref().map(|name| name.as_str().to_owned()),
            number: code.number.as_str().to_owned(),
            birth: code.birth_date,
            source: Source::Code,
            repaired: code.repaired,
        }
    }

    pub(super) fn of_lines(lines: &Mrz) -> Self {
        Self {
            name: None,
            number: lines.number().as_str().to_owned(),
            birth: Some(*lines.birth_date()),
            source: Source::Lines,
            repaired: false,
        }
    }
}
