//! Where the post brings a card.

use crate::{
    field::{FieldCode, FieldError},
    place::CommuneCode,
    typed_text::one_line,
};

const SHORTEST: usize = 5;
const LONGEST: usize = 200;

/// An address in Viet Nam: a line, and a commune of today. It has no `Debug`: it is where somebody lives.
#[derive(Clone, PartialEq, Eq)]
pub struct Address {
    /// House number and street, or hamlet.
    pub line: String,
    /// The commune; that it exists is for the caller to say.
    pub commune: CommuneCode,
}

impl Address {
    /// Parses both fields; names every wrong one.
    ///
    /// # Errors
    /// `line`: `required` under five letters, `text_too_long` over two hundred; `commune_code`: `required`,
    /// `choice_unknown`.
    pub fn parse(line: &str, commune_code: &str) -> Result<Self, Vec<FieldError>> {
        let line = one_line(line);
        let letters = match line.chars().count() {
            ..SHORTEST => Err(FieldCode::Required),
            SHORTEST..=LONGEST => Ok(()),
            _ => Err(FieldCode::TextTooLong),
        };
        let unknown = if commune_code.trim().is_empty() {
            FieldCode::Required
        } else {
            FieldCode::ChoiceUnknown
        };
        match (CommuneCode::parse(commune_code), letters) {
            (Ok(commune), Ok(())) => Ok(Self { line, commune }),
            (commune, letters) => {
                let commune = commune.err().map(|_| FieldError::new("commune_code", unknown));
                let line = letters.err().map(|code| FieldError::new("line", code));
                Err(commune.into_iter().chain(line).collect())
            }
        }
    }
}
