//! From text to what a card says: the text of a code, or three lines typed from the card's back.

use super::reading::Reading;
use crate::i18n::{Key, keys::scan};
use eid_domain::identity::{CardQr, Mrz, MrzError, QrError};

/// Why a text says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotRead {
    /// There is none.
    Empty,
    /// It is not of an identity card.
    Foreign,
    /// It is of a card, but columns have been lost on the way.
    Columns,
    /// It is three lines with a mistake.
    Lines(MrzError),
}

/// The text of a code.
pub(super) fn of_code(text: &str) -> Result<Reading, NotRead> {
    match CardQr::parse(text) {
        Ok(code) => Ok(Reading::of_code(&code)),
        Err(QrError::OldNumber) => Err(NotRead::Columns),
        Err(QrError::TooFewColumns) if begins_with_number(text) => Err(NotRead::Columns),
        Err(_) => Err(NotRead::Foreign),
    }
}

/// Text that was pasted or typed.
pub(super) fn of_typed(text: &str) -> Result<Reading, NotRead> {
    if text.trim().is_empty() {
        return Err(NotRead::Empty);
    }
    if text.contains('|') || !looks_like_lines(text) {
        return of_code(text);
    }
    Mrz::parse(text)
        .map(|lines| Reading::of_lines(&lines))
        .map_err(NotRead::Lines)
}

/// Twelve digits and then a column's end: no web page begins so.
fn begins_with_number(text: &str) -> bool {
    let first = text.split('|').next().unwrap_or_default();
    let first = first.trim_start_matches('\u{FEFF}').trim();
    text.contains('|') && first.len() == 12 && first.bytes().all(|byte| byte.is_ascii_digit())
}

fn looks_like_lines(text: &str) -> bool {
    let start: String = text.chars().filter(|c| !c.is_whitespace()).take(5).collect();
    let fillers = text
        .chars()
        .filter(|c| matches!(c, '<' | '«' | '‹' | '＜'))
        .count();
    start.to_ascii_uppercase().starts_with("ID") || fillers >= 2
}

/// The words for a field.
pub(super) fn words(error: NotRead) -> Key {
    match error {
        NotRead::Empty => scan::TYPED_EMPTY,
        NotRead::Foreign => scan::TYPED_FOREIGN,
        NotRead::Columns => scan::TYPED_COLUMNS,
        NotRead::Lines(error) => match error {
            MrzError::Length => scan::TYPED_LENGTH,
            MrzError::Characters => scan::TYPED_CHARACTERS,
            MrzError::NotVietnamese => scan::TYPED_NOT_VIETNAMESE,
            MrzError::NumberCheck | MrzError::Number => scan::TYPED_LINE_1,
            MrzError::BirthCheck => scan::TYPED_LINE_2_BIRTH,
            MrzError::ExpiryCheck => scan::TYPED_LINE_2_EXPIRY,
            MrzError::CompositeCheck => scan::TYPED_LINE_2_END,
            MrzError::Date => scan::TYPED_LINE_2_DATE,
            MrzError::Sex => scan::TYPED_LINE_2_SEX,
        },
    }
}

#[cfg(test)]
mod tests;
