//! The QR code of the identity card: a line of text, seven columns and sometimes more.
//!
//! The code is not signed. What it says fills in a form and proves nothing.

mod date;
mod mojibake;

use super::{BirthDate, PersonName, PersonalNumber, Sex};
use crate::{
    search_key::compose_vietnamese,
    text_type::redacted_debug,
    typed_text::{compact, digits, one_line},
};
use jiff::civil::Date;

/// What the QR code of a card says. Only the number is certain; what cannot be read is `None`.
#[derive(Clone, PartialEq, Eq)]
pub struct CardQr {
    /// Column 1.
    pub number: PersonalNumber,
    /// Column 2: number of the old CMND, nine (or twelve) digits; most cards have none.
    pub old_number: Option<String>,
    /// Column 3, with diacritics.
    pub name: Option<PersonName>,
    /// Column 4; old records may know only the year.
    pub birth_date: Option<BirthDate>,
    /// Column 5.
    pub sex: Option<Sex>,
    /// Column 6: free text, on older cards with three levels.
    pub residence: Option<String>,
    /// Column 7.
    pub issued_on: Option<Date>,
    /// Columns from 8 on, if any of them says something. Their order is not published and they can name
    /// relatives: never show, never send.
    pub extra: Vec<String>,
    /// Which layout it is.
    pub variant: QrVariant,
    /// Some text came in a wrong encoding and was put right.
    pub repaired: bool,
}

/// Layouts of the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QrVariant {
    /// Seven columns: the chip card (*CCCD gắn chip*), and *thẻ căn cước* that says no more.
    Seven,
    /// More columns that say something: *thẻ căn cước* since 1 July 2024 (Circular 16/2024/TT-BCA).
    New,
}

/// Why a text is not a card's QR code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QrError {
    /// Nothing in it.
    #[error("empty")]
    Empty,
    /// Fewer than seven columns: another code, or a reader that dropped the empty ones.
    #[error("fewer than seven columns")]
    TooFewColumns,
    /// Column 1 is not a personal number.
    #[error("the first column is no personal number")]
    Number,
    /// Column 2 is neither empty nor an old number: the columns are shifted.
    #[error("the second column is no old number")]
    OldNumber,
}

impl CardQr {
    /// Reads what a scanner gave. Byte order mark, line ends, decomposed letters and text in a wrong
    /// encoding are put right.
    ///
    /// # Errors
    /// [`QrError`] when it is no card's code; a column that only cannot be read is left out.
    pub fn parse(text: &str) -> Result<Self, QrError> {
        let mut repaired = false;
        let columns: Vec<String> = text
            .split('|')
            .map(|column| {
                let better = mojibake::repair(column);
                repaired |= better.is_some();
                compose_vietnamese(&one_line(better.as_deref().unwrap_or(column)))
            })
            .collect();
        let [
            number,
            old_number,
            name,
            birth_date,
            sex,
            residence,
            issued_on,
            extra @ ..,
        ] = columns.as_slice()
        else {
            let empty = columns.iter().all(String::is_empty);
            return Err(if empty {
                QrError::Empty
            } else {
                QrError::TooFewColumns
            });
        };
        let has_extra = extra.iter().any(|column| !column.is_empty());
        Ok(Self {
            number: PersonalNumber::parse(number).map_err(|_| QrError::Number)?,
            old_number: old(old_number)?,
            name: PersonName::parse(name).ok(),
            birth_date: date::birth_date(birth_date),
            sex: Sex::from_card(sex),
            residence: (!residence.is_empty()).then(|| residence.clone()),
            issued_on: date::birth_date(issued_on).and_then(|date| date.date()),
            extra: if has_extra { extra.to_vec() } else { Vec::new() },
            variant: if has_extra {
                QrVariant::New
            } else {
                QrVariant::Seven
            },
            repaired,
        })
    }
}

fn old(column: &str) -> Result<Option<String>, QrError> {
    let column = compact(column);
    if column.is_empty() {
        Ok(None)
    } else if digits::<9>(&column).is_some() || digits::<12>(&column).is_some() {
        Ok(Some(column))
    } else {
        Err(QrError::OldNumber)
    }
}

redacted_debug!(CardQr);

#[cfg(test)]
mod tests;
