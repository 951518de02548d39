//! What can be said about a person, and saying it.

use crate::{age::birthday, identity::BirthDate, str_enum::str_enum};
use jiff::civil::Date;

str_enum! {
    /// What a person may tick. The names are those in the token; ages as in ISO/IEC 18013-5.
    pub enum Claim {
        /// Is 18 or over.
        AgeOver18 = "age_over_18",
        /// Is 60 or over.
        AgeOver60 = "age_over_60",
        /// Name as on the card.
        Name = "name",
        /// Date of birth.
        BirthDate = "birth_date",
        /// The personal number.
        PersonalNumber = "personal_number",
        /// Commune and province of residence, as the population database has answered for the wallet.
        Residence = "residence",
    }
}

/// What is said to a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Yes or no.
    Truth(bool),
    /// In words or digits.
    Text(String),
}

/// Whom it is about.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// As on the card.
    pub full_name: &'a str,
    /// Twelve digits.
    pub personal_number: &'a str,
    /// As precise as it is known.
    pub birth: &'a BirthDate,
    /// Commune and province; none where no agency has confirmed them.
    pub residence: Option<&'a str>,
}

/// What is true of a person on a day; none where it is not known. Of a partial birth date the latest day counts: nobody is
/// made older than they may be.
#[must_use]
pub fn say(claim: Claim, subject: Subject<'_>, today: Date) -> Option<Said> {
    let over = |age| Said::Truth(birthday(subject.birth.latest(), age) <= today);
    Some(match claim {
        Claim::AgeOver18 => over(18),
        Claim::AgeOver60 => over(60),
        Claim::Name => Said::Text(subject.full_name.to_owned()),
        Claim::BirthDate => Said::Text(subject.birth.to_string()),
        Claim::PersonalNumber => Said::Text(subject.personal_number.to_owned()),
        Claim::Residence => Said::Text(subject.residence?.to_owned()),
    })
}
