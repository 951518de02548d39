//! The number under which the post carries a letter.

use crate::{
    field::FieldCode,
    typed_text::{compact, is_dash},
};

const SHORTEST: usize = 8;
const LONGEST: usize = 20;
/// Weights of the check digit (Universal Postal Union, standard S10).
const WEIGHTS: [u32; 8] = [8, 6, 4, 2, 3, 5, 9, 7];

/// A number such as `EA123456785VN`, in capitals without blanks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrackingNumber(String);

impl TrackingNumber {
    /// Parses what was typed or scanned. A number of the worldwide form has a check digit, which must fit; others, of the
    /// post's own counting, are taken as they are.
    ///
    /// # Errors
    /// `required`; `reference_format` for other signs than letters and digits, or fewer than eight or more than twenty of
    /// them; `reference_check` where the check digit does not fit.
    pub fn parse(typed: &str) -> Result<Self, FieldCode> {
        let text: String = compact(typed)
            .chars()
            .filter(|c| !is_dash(*c) && *c != '.')
            .map(|c| c.to_ascii_uppercase())
            .collect();
        if text.is_empty() {
            return Err(FieldCode::Required);
        }
        let plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !plain || !(SHORTEST..=LONGEST).contains(&text.len()) {
            return Err(FieldCode::ReferenceFormat);
        }
        match worldwide(&text) {
            Some(false) => Err(FieldCode::ReferenceCheck),
            _ => Ok(Self(text)),
        }
    }

    /// The number.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether the check digit of a worldwide number fits; `None` for a number of another form.
fn worldwide(text: &str) -> Option<bool> {
    let bytes = text.as_bytes();
    let (head, rest) = bytes.split_at_checked(2)?;
    let (digits, tail) = rest.split_at_checked(9)?;
    let letters = head.iter().chain(tail).all(u8::is_ascii_uppercase);
    if tail.len() != 2 || !letters || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let sum: u32 = digits
        .iter()
        .zip(WEIGHTS)
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    let check = match 11 - sum % 11 {
        10 => 0,
        11 => 5,
        check => check,
    };
    Some(digits.last().is_some_and(|last| u32::from(last - b'0') == check))
}
