//! The machine-readable zone of the identity card: ICAO Doc 9303-5, TD1, three lines of thirty, with
//! Vietnamese habits (the whole number and a check digit of its own in the first line's optional data).

mod check;
mod name;
mod read;
mod write;

use super::{BirthDate, PersonName, PersonalNumber, Sex};
use crate::{expiry::Expiry, text_type::redacted_debug};

/// What a card's machine-readable zone says. It fills in number and dates of a form; its name has no
/// diacritics and may be cut, so it never fills in a name.
#[derive(Clone, PartialEq, Eq)]
pub struct Mrz {
    number: PersonalNumber,
    birth_date: BirthDate,
    sex: Sex,
    expiry: Expiry,
    /// Third line, thirty characters.
    name_line: String,
}

/// Why three lines are not a Vietnamese card's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MrzError {
    /// Not three lines of thirty.
    #[error("not three lines of thirty characters")]
    Length,
    /// Signs other than `A`–`Z`, `0`–`9`, `<`, or a letter where a digit must be.
    #[error("a character that cannot stand here")]
    Characters,
    /// Another kind of document or another country.
    #[error("not an identity card of Viet Nam")]
    NotVietnamese,
    /// The check digit of the document number, of the personal number, or of both together is wrong.
    #[error("the check digit of the number is wrong")]
    NumberCheck,
    /// The two numbers of the first line disagree, or the number is none.
    #[error("the personal number is wrong")]
    Number,
    /// The check digit of the birth date is wrong.
    #[error("the check digit of the birth date is wrong")]
    BirthCheck,
    /// The check digit of the expiry date is wrong.
    #[error("the check digit of the expiry date is wrong")]
    ExpiryCheck,
    /// The check digit over everything is wrong.
    #[error("the composite check digit is wrong")]
    CompositeCheck,
    /// A date that does not exist or cannot be written.
    #[error("a date that cannot be")]
    Date,
    /// Neither `M` nor `F`.
    #[error("the sex is neither M nor F")]
    Sex,
}

impl Mrz {
    /// What a card of this person shows.
    ///
    /// # Errors
    /// [`MrzError::Date`] when the number is of another century than the birth date (two-digit years could
    /// not be read back), or the expiry is not from 2000 to 2099-12-30.
    pub fn new(
        number: PersonalNumber,
        name: &PersonName,
        birth_date: BirthDate,
        sex: Sex,
        expiry: Expiry,
    ) -> Result<Self, MrzError> {
        let same_century = birth_date.year().div_euclid(100) == number.century_sex().0.div_euclid(100);
        if !same_century || !write::can_write(expiry) {
            return Err(MrzError::Date);
        }
        Ok(Self {
            number,
            birth_date,
            sex,
            expiry,
            name_line: name::line(name),
        })
    }

    /// The number: twelve digits from the optional data, because the document number's nine are not unique.
    #[must_use]
    pub const fn number(&self) -> &PersonalNumber {
        &self.number
    }

    /// The birth date; its century is the number's.
    #[must_use]
    pub const fn birth_date(&self) -> &BirthDate {
        &self.birth_date
    }

    /// The sex.
    #[must_use]
    pub const fn sex(&self) -> Sex {
        self.sex
    }

    /// The expiry; `991231` stands for none.
    #[must_use]
    pub const fn expiry(&self) -> Expiry {
        self.expiry
    }

    /// Family name, then the others, in capital ASCII letters: `NGUYEN VAN THU`.
    #[must_use]
    pub fn name(&self) -> String {
        name::words(&self.name_line)
    }
}

redacted_debug!(Mrz);

#[cfg(test)]
mod tests;
