//! The code sent to a phone.

use super::secret_type;
use crate::{
    field::FieldCode,
    typed_text::{compact, digits, is_dash},
};

/// Six digits, any six.
pub struct OneTimeCode(String);

impl OneTimeCode {
    /// Reads a typed or pasted code; blanks and dashes between the digits mean nothing.
    ///
    /// # Errors
    /// [`FieldCode::Required`], [`FieldCode::CodeFormat`].
    pub fn parse(text: &str) -> Result<Self, FieldCode> {
        let text: String = compact(text).chars().filter(|c| !is_dash(*c)).collect();
        if text.is_empty() {
            return Err(FieldCode::Required);
        }
        digits::<6>(&text)
            .map(|_| Self(text))
            .ok_or(FieldCode::CodeFormat)
    }

    /// From sixteen random bytes. No code is likelier than another by more than 2⁻¹⁰⁰.
    #[must_use]
    pub fn from_random(bytes: [u8; 16]) -> Self {
        Self(format!("{:06}", u128::from_le_bytes(bytes) % 1_000_000))
    }
}

secret_type!(OneTimeCode);
