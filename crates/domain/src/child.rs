//! Children under 14 in the account of who represents them (Law on Identification 26/2023/QH15, art. 19, 23; Decree
//! 69/2024/NĐ-CP, art. 7, 9, 10, 14).
//!
//! A child's account is used inside the representative's, and only with consent. On the 14th birthday that ends: the law
//! asks no consent of a representative for what the person does from then on.

mod rights;
mod step;

pub use rights::{GivenRight, Right, Thing, rights};
pub use step::{Step, step};

use crate::{age::birthday, identity::BirthDate, str_enum::str_enum};
use jiff::civil::Date;

/// From this age a person holds their account alone (Decree 69/2024, art. 14).
pub const OWN_FROM_AGE: u8 = 14;
/// From this age level 2 is possible (Decree 69/2024, art. 7).
pub const LEVEL_2_FROM_AGE: u8 = 6;
/// Days before the 14th birthday on which both are told what comes; a setting may say otherwise.
pub const REMIND_DAYS: u16 = 28;
/// Representatives of one child at a time: father and mother. A guardian takes the place of both (Civil Code 2015, art.
/// 136).
pub const MOST_REPRESENTATIVES: usize = 2;
/// Which wording a consent was given to. Another text gets another version; consents to the former one stay what they were.
pub const CONSENT_VERSION: &str = "2026-11-2";

str_enum! {
    /// What a representative is to the child (Law on Identification, art. 23).
    pub enum Relation {
        /// Father.
        Father = "father",
        /// Mother.
        Mother = "mother",
        /// Guardian (*người giám hộ*).
        Guardian = "guardian",
        /// Another lawful representative.
        Other = "other_representative",
    }
}

str_enum! {
    /// What showed the relation to the officer (Decision 5710: a paper, where the population database does not have it).
    pub enum Proof {
        /// The population database.
        Database = "population_database",
        /// The birth certificate, or an extract of it.
        BirthCertificate = "birth_certificate",
        /// A decision: of a court, or that recognises a guardian.
        Decision = "decision",
    }
}

impl Relation {
    /// Whether a paper can show this relation: no birth certificate makes a guardian.
    #[must_use]
    pub const fn is_shown_by(self, proof: Proof) -> bool {
        match self {
            Self::Father | Self::Mother => true,
            Self::Guardian | Self::Other => !matches!(proof, Proof::BirthCertificate),
        }
    }
}

str_enum! {
    /// Why somebody does not represent a child any more.
    pub enum End {
        /// A court has decided so.
        Court = "court",
        /// Another guardian was recognised.
        GuardianChanged = "guardian_changed",
        /// It was recorded wrongly.
        RecordedWrongly = "recorded_wrongly",
        /// The representative has died.
        Died = "died",
        /// The child is 14.
        OfAge = "of_age",
    }
}

impl End {
    /// Whether an officer may give it as a reason; age is the calendar's business.
    #[must_use]
    pub const fn is_officers(self) -> bool {
        !matches!(self, Self::OfAge)
    }
}

str_enum! {
    /// How old a child is, as far as accounts go.
    pub enum Stage {
        /// Under 6: level 1 only.
        Under6 = "under_6",
        /// 6 to under 14: level 2 on demand.
        From6To13 = "from_6_to_13",
    }
}

impl Stage {
    /// The stage on a day; `None` from 14 on. Where only the year of birth is known, the one that is looked after better.
    #[must_use]
    pub fn of(birth: &BirthDate, on: Date) -> Option<Self> {
        if on >= own_from(birth) {
            None
        } else if on >= reaches(birth, LEVEL_2_FROM_AGE) {
            Some(Self::From6To13)
        } else {
            Some(Self::Under6)
        }
    }
}

/// The day on which a person surely has an age: of an unknown day the last one it can be.
#[must_use]
pub fn reaches(birth: &BirthDate, age: u8) -> Date {
    birthday(birth.latest(), age)
}

/// The first day on which the account is the person's own.
#[must_use]
pub fn own_from(birth: &BirthDate) -> Date {
    reaches(birth, OWN_FROM_AGE)
}

#[cfg(test)]
mod tests;
