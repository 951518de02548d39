//! The number that codes go to.

use super::dialled::{Dialled, dialled};
use crate::{
    field::FieldCode,
    text_type::{redacted_debug, text_newtype},
};

/// A Vietnamese mobile number in E.164 form: `+84912345678`. Only a code that arrives proves it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct OtpPhone(String);

impl OtpPhone {
    /// Reads `0912345678`, `+84 912 345 678`, `84912345678`, `0084912345678`, `0912.345.678`.
    ///
    /// # Errors
    /// [`FieldCode::Required`], [`FieldCode::PhoneCharacters`], [`FieldCode::PhoneNotVietnamese`],
    /// [`FieldCode::PhoneNotMobile`] (landline), [`FieldCode::PhoneLength`], [`FieldCode::PhonePrefix`].
    pub fn parse(text: &str) -> Result<Self, FieldCode> {
        match dialled(text)? {
            Dialled::Abroad(_) => Err(FieldCode::PhoneNotVietnamese),
            Dialled::Unknown(digits) if digits.len() > 9 => Err(FieldCode::PhoneNotVietnamese),
            Dialled::Unknown(_) => Err(FieldCode::PhoneLength),
            Dialled::Vietnam(national) if national.starts_with('2') => Err(FieldCode::PhoneNotMobile),
            Dialled::Vietnam(national) => mobile(&national).map(Self),
        }
    }

    /// Last three digits, to tell a person where a code went.
    #[must_use]
    pub fn last_digits(&self) -> &str {
        self.0.get(self.0.len().saturating_sub(3)..).unwrap_or_default()
    }
}

/// E.164 of a national mobile number without its leading 0.
pub(super) fn mobile(national: &str) -> Result<String, FieldCode> {
    if national.len() != 9 {
        return Err(FieldCode::PhoneLength);
    }
    if !is_mobile_prefix(national.as_bytes()) {
        return Err(FieldCode::PhonePrefix);
    }
    Ok(format!("+84{national}"))
}

/// The operators' public prefixes, or those that phone libraries know: the two lists differ in both
/// directions, and a number in either may be real.
fn is_mobile_prefix(national: &[u8]) -> bool {
    match national {
        [b'3' | b'9', ..] => true,
        [b'5', second, ..] => b"125689".contains(second),
        [b'7', second, ..] => b"06789".contains(second),
        [b'8', second, ..] => *second != b'0',
        _ => false,
    }
}

redacted_debug!(OtpPhone);
text_newtype!(
    OtpPhone,
    "Vietnamese mobile number in E.164 form.",
    "+84912345678"
);
