//! The personal identification number (*số định danh cá nhân*), Law on Identity art. 12.

use super::{BirthDate, Sex};
use crate::{
    field::FieldCode,
    str_enum::str_enum,
    text_type::{redacted_debug, text_newtype},
    typed_text::{compact, digits, has_constant_step, is_dash},
};

/// Twelve digits, kept as text because it usually begins with a zero. There is no check digit.
///
/// Digits 1–3 tell where the birth was registered, digit 4 century and sex, digits 5–6 the year
/// (Decree 137/2015/NĐ-CP art. 13); the law today only promises twelve digits, so what they say is
/// compared in [`PersonalNumber::warnings`], never enforced.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PersonalNumber(String);

str_enum! {
    /// Something about a number that is unusual but lawful, e.g. after sex or birth year were corrected
    /// and the number not yet re-established. Never a reason to refuse.
    pub enum NumberWarning {
        /// Digits 1–3 are not in the list of places; births abroad have codes of another list.
        BirthPlaceUnknown = "birth_place_unknown",
        /// Digit 4 is of the other sex.
        SexDiffers = "sex_differs",
        /// Digit 4 is of another century than the birth date.
        CenturyDiffers = "century_differs",
        /// Digits 5–6 are of another year than the birth date.
        BirthYearDiffers = "birth_year_differs",
    }
}

impl PersonalNumber {
    /// Reads a typed or pasted number; spaces, dots, dashes and full-width digits are put right.
    ///
    /// # Errors
    /// [`FieldCode::Required`], [`FieldCode::PersonalNumberOldCmnd`] for nine digits,
    /// [`FieldCode::PersonalNumberLength`], [`FieldCode::PersonalNumberPattern`].
    pub fn parse(text: &str) -> Result<Self, FieldCode> {
        let text: String = compact(text)
            .chars()
            .filter(|c| *c != '.' && !is_dash(*c))
            .collect();
        if text.is_empty() {
            return Err(FieldCode::Required);
        }
        if digits::<9>(&text).is_some() {
            return Err(FieldCode::PersonalNumberOldCmnd);
        }
        let values = digits::<12>(&text).ok_or(FieldCode::PersonalNumberLength)?;
        if [0, 1, 9].iter().any(|step| has_constant_step(&values, *step)) {
            return Err(FieldCode::PersonalNumberPattern);
        }
        Ok(Self(text))
    }

    /// For lists and slips: `079*****0123`.
    #[must_use]
    pub fn masked(&self) -> String {
        let (head, tail) = (
            self.0.get(..3).unwrap_or_default(),
            self.0.get(8..).unwrap_or_default(),
        );
        format!("{head}*****{tail}")
    }

    /// Digits 1–3: province or country where the birth was registered. Not where the person lives.
    #[must_use]
    pub fn birth_code(&self) -> &str {
        self.0.get(..3).unwrap_or_default()
    }

    /// Digit 4: first year of the century (1900 to 2300), and sex.
    #[must_use]
    pub fn century_sex(&self) -> (i16, Sex) {
        let digit = self.digit(3);
        let sex = if digit.is_multiple_of(2) {
            Sex::Male
        } else {
            Sex::Female
        };
        (1900 + 100 * i16::from(digit / 2), sex)
    }

    /// Birth year by digits 4–6.
    #[must_use]
    pub fn birth_year(&self) -> i16 {
        self.century_sex().0 + i16::from(self.year_of_century())
    }

    /// Last nine digits: the document number of the card's machine-readable zone. Not unique.
    #[must_use]
    pub fn document_number(&self) -> &str {
        self.0.get(3..).unwrap_or_default()
    }

    /// What is unusual about this number for this person. Warnings inform, they never block.
    #[must_use]
    pub fn warnings(
        &self,
        birth: &BirthDate,
        sex: Option<Sex>,
        known_prefix: impl Fn(&str) -> bool,
    ) -> Vec<NumberWarning> {
        let (century, number_sex) = self.century_sex();
        let year = birth.year();
        let checks = [
            (known_prefix(self.birth_code()), NumberWarning::BirthPlaceUnknown),
            (sex.is_none_or(|sex| sex == number_sex), NumberWarning::SexDiffers),
            (
                year - year.rem_euclid(100) == century,
                NumberWarning::CenturyDiffers,
            ),
            (
                year.rem_euclid(100) == i16::from(self.year_of_century()),
                NumberWarning::BirthYearDiffers,
            ),
        ];
        checks
            .into_iter()
            .filter(|(fits, _)| !fits)
            .map(|(_, warning)| warning)
            .collect()
    }

    fn digit(&self, index: usize) -> u8 {
        self.0
            .as_bytes()
            .get(index)
            .map_or(0, |byte| byte.wrapping_sub(b'0'))
    }

    fn year_of_century(&self) -> u8 {
        self.digit(4) * 10 + self.digit(5)
    }
}

redacted_debug!(PersonalNumber);
text_newtype!(
    PersonalNumber,
    "Personal identification number: twelve digits.",
    "098085000123"
);

#[cfg(test)]
#[path = "personal_number_tests.rs"]
mod tests;
