//! What stands on a paper, as its holder reads it.

use crate::{
    field::FieldCode,
    identity::{BirthDate, PersonName, PersonalNumber},
    str_enum::str_enum,
};
use jiff::civil::Date;

str_enum! {
    /// A paper, or a place where the data is shown.
    pub enum PaperKind {
        /// Birth certificate or its extract: the root of all others.
        BirthCertificate = "birth_certificate",
        /// Identity card or CCCD.
        IdentityCard = "identity_card",
        /// Old people's identity card.
        Cmnd = "cmnd",
        /// The data in the account (VNeID) or the residence information: both show the population database.
        Account = "account",
        /// Household book, or residence paper.
        Household = "household",
        /// Passport.
        Passport = "passport",
        /// Driving licence, insurance, certificates and other papers.
        Other = "other",
    }
}

str_enum! {
    /// The addresses of the two papers.
    pub enum AddressAnswer {
        /// Not compared.
        Skipped = "skipped",
        /// The same place, written alike.
        Same = "same",
        /// The same place; one still has the district, the other has the two levels since 1 July 2025.
        OldLevels = "old_levels",
        /// Another place.
        Moved = "moved",
        /// No residence in Viet Nam.
        Abroad = "abroad",
    }
}

str_enum! {
    /// In whose name the phone's number is.
    pub enum PhoneAnswer {
        /// Not asked for.
        Skipped = "skipped",
        /// The person's own.
        Own = "own",
        /// Somebody else's.
        Somebodys = "somebodys",
        /// The person does not know.
        Unsure = "unsure",
        /// A number of another country.
        Foreign = "foreign",
    }
}

str_enum! {
    /// A field of one paper.
    pub enum SideField {
        /// Which paper.
        Kind = "kind",
        /// The name.
        Name = "name",
        /// The date of birth.
        Birth = "birth",
        /// The number.
        Number = "number",
    }
}

/// One paper as typed. What is left empty is not compared.
#[derive(Debug, Clone, Copy, Default)]
pub struct PaperTyped<'a> {
    /// Name of a [`PaperKind`].
    pub kind: &'a str,
    /// The name on it.
    pub name: &'a str,
    /// The date of birth on it, ISO, possibly partial.
    pub birth: &'a str,
    /// The number on it, 12 or 9 digits.
    pub number: &'a str,
}

/// A number of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SideNumber {
    /// Today's, twelve digits.
    Personal(PersonalNumber),
    /// The old CMND's, nine digits.
    Old(String),
}

/// One paper, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperSide {
    /// Which.
    pub kind: PaperKind,
    /// The name on it.
    pub name: Option<PersonName>,
    /// The date of birth on it.
    pub birth: Option<BirthDate>,
    /// The number on it.
    pub number: Option<SideNumber>,
}

impl PaperSide {
    /// Reads what was typed.
    ///
    /// # Errors
    /// Every wrong field with what is wrong; an empty one is wrong only for the kind of paper.
    pub fn parse(typed: &PaperTyped<'_>, today: Date) -> Result<Self, Vec<(SideField, FieldCode)>> {
        let mut wrong = Vec::new();
        let kind = PaperKind::parse(typed.kind);
        if kind.is_none() {
            wrong.push((SideField::Kind, FieldCode::Required));
        }
        let name = given(PersonName::parse(typed.name), SideField::Name, &mut wrong);
        let birth = given(BirthDate::parse(typed.birth, today), SideField::Birth, &mut wrong);
        let number = given(number(typed.number), SideField::Number, &mut wrong);
        match kind {
            Some(kind) if wrong.is_empty() => Ok(Self {
                kind,
                name,
                birth,
                number,
            }),
            _ => Err(wrong),
        }
    }
}

/// A value that may be left out.
fn given<T>(
    read: Result<T, FieldCode>,
    field: SideField,
    wrong: &mut Vec<(SideField, FieldCode)>,
) -> Option<T> {
    match read {
        Ok(value) => Some(value),
        Err(FieldCode::Required) => None,
        Err(code) => {
            wrong.push((field, code));
            None
        }
    }
}

fn number(typed: &str) -> Result<SideNumber, FieldCode> {
    match PersonalNumber::parse(typed) {
        Ok(number) => Ok(SideNumber::Personal(number)),
        Err(FieldCode::PersonalNumberOldCmnd) => Ok(SideNumber::Old(
            typed.chars().filter(char::is_ascii_digit).collect(),
        )),
        Err(code) => Err(code),
    }
}
