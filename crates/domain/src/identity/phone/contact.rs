//! The number a person can be reached at, anywhere.

use super::{
    OtpPhone,
    dialled::{Dialled, dialled},
    otp::mobile,
};
use crate::{
    field::FieldCode,
    text_type::{redacted_debug, text_newtype},
};

/// A number of any country in E.164 form, Vietnamese landlines included: `+14155552671`, `+842838387342`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ContactPhone(String);

/// Fewest and most digits with the country code (ITU-T E.164; the shortest in use have seven).
const LENGTH: std::ops::RangeInclusive<usize> = 7..=15;

impl ContactPhone {
    /// Reads a number with `+` or `00` and country code, or a Vietnamese one in any form.
    ///
    /// # Errors
    /// [`FieldCode::Required`], [`FieldCode::PhoneCharacters`], [`FieldCode::PhoneLength`],
    /// [`FieldCode::PhonePrefix`], [`FieldCode::PhoneCountryCode`].
    pub fn parse(text: &str) -> Result<Self, FieldCode> {
        match dialled(text)? {
            Dialled::Vietnam(national) if national.starts_with('2') => landline(&national).map(Self),
            Dialled::Vietnam(national) => mobile(&national).map(Self),
            Dialled::Abroad(digits) if digits.starts_with('0') => Err(FieldCode::PhoneCountryCode),
            Dialled::Abroad(digits) if !LENGTH.contains(&digits.len()) => Err(FieldCode::PhoneLength),
            Dialled::Abroad(digits) => Ok(Self(format!("+{digits}"))),
            Dialled::Unknown(_) => Err(FieldCode::PhoneCountryCode),
        }
    }

    /// Last three digits.
    #[must_use]
    pub fn last_digits(&self) -> &str {
        self.0.get(self.0.len().saturating_sub(3)..).unwrap_or_default()
    }
}

impl From<OtpPhone> for ContactPhone {
    fn from(phone: OtpPhone) -> Self {
        Self(phone.as_str().to_owned())
    }
}

/// Landlines have had ten digits after the 0 since 2017, all beginning with 2.
fn landline(national: &str) -> Result<String, FieldCode> {
    if national.len() == 10 {
        Ok(format!("+84{national}"))
    } else {
        Err(FieldCode::PhoneLength)
    }
}

redacted_debug!(ContactPhone);
text_newtype!(
    ContactPhone,
    "Phone number of any country in E.164 form.",
    "+14155552671"
);
