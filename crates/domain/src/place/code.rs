//! Codes of places. Zeros at the front belong to them, so they travel as text.

use crate::{field::FieldCode, text_type::text_wire};
use std::fmt;

/// Code of one of the 34 provincial units, two digits (Decision 19/2025/QĐ-TTg), e.g. `79`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ProvinceCode(u8);

/// Code of a commune, ward or special zone, five digits (Decision 19/2025/QĐ-TTg), e.g. `26758`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CommuneCode(u16);

/// First three digits of a personal number, one of the 63 old provinces (Circular 07/2016/TT-BCA), e.g. `079`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BirthCode(u8);

/// The value of exactly `length` ASCII digits.
fn digits(text: &str, length: usize) -> Option<u32> {
    let sound = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if sound { text.parse().ok() } else { None }
}

fn read<T: TryFrom<u32>>(text: &str, length: usize) -> Result<T, FieldCode> {
    let value = digits(text, length).and_then(|value| T::try_from(value).ok());
    value.ok_or(FieldCode::ChoiceUnknown)
}

impl ProvinceCode {
    /// Reads two digits. That the unit exists is for [`super::Places`] to say.
    ///
    /// # Errors
    /// [`FieldCode::ChoiceUnknown`] for anything else.
    pub fn parse(text: &str) -> Result<Self, FieldCode> {
        read(text, 2).map(Self)
    }
}

impl CommuneCode {
    /// Reads five digits. That the unit exists is for [`super::Places`] to say.
    ///
    /// # Errors
    /// [`FieldCode::ChoiceUnknown`] for anything else.
    pub fn parse(text: &str) -> Result<Self, FieldCode> {
        read(text, 5).map(Self)
    }
}

impl BirthCode {
    /// Reads three digits, at most `255`. That the code is in use is for [`super::Places`] to say.
    ///
    /// # Errors
    /// [`FieldCode::ChoiceUnknown`] for anything else.
    pub fn parse(text: &str) -> Result<Self, FieldCode> {
        read(text, 3).map(Self)
    }
}

impl fmt::Display for ProvinceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.0)
    }
}

impl fmt::Display for CommuneCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:05}", self.0)
    }
}

impl fmt::Display for BirthCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:03}", self.0)
    }
}

text_wire!(
    ProvinceCode,
    Self::parse,
    "Code of a provincial unit: two digits.",
    "79"
);
text_wire!(
    CommuneCode,
    Self::parse,
    "Code of a commune, ward or special zone: five digits.",
    "26758"
);
text_wire!(
    BirthCode,
    Self::parse,
    "First three digits of a personal number.",
    "079"
);
