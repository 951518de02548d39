//! Stay notices (*thông báo lưu trú*): who sleeps somewhere for some days, told to the commune's police by who has them.
//!
//! Law on Residence 2020, art. 30: before 23:00 of the first day; for who arrives from 23:00 on, before 08:00 of the next
//! day. A law changed that article from 1 July 2026, and its words were not seen: so the times warn, and refuse nothing.

mod dates;
mod due;

pub use dates::{AHEAD_DAYS, BACK_DAYS, LONGEST_DAYS, STAY_DAYS, check, is_long, may_change};
pub use due::{due, is_in_time, minutes_left};

use crate::{
    delivery::Address,
    identity::{BirthDate, PersonName, PersonalNumber},
    str_enum::str_enum,
};
use jiff::civil::Date;

str_enum! {
    /// Why somebody stays: the law asks for it (Law on Residence 2020, art. 30).
    pub enum StayReason {
        /// With family or friends.
        Family = "family",
        /// For work.
        Work = "work",
        /// To learn, or for an examination.
        Study = "study",
        /// In or near a hospital.
        Treatment = "treatment",
        /// To travel.
        Tourism = "tourism",
        /// Anything else.
        Other = "other",
    }
}

str_enum! {
    /// Why a notice is withdrawn.
    pub enum StayWithdrawal {
        /// The guest has not come.
        NotCome = "not_come",
        /// Number, first day or address were wrong: those are not corrected, another notice takes the place of this one.
        Mistake = "mistake",
        /// The same guest was declared already.
        Repeated = "repeated",
    }
}

/// A guest and their days. It has no `Debug`: it says where somebody sleeps.
#[derive(Clone, PartialEq, Eq)]
pub struct Stay {
    /// As on the guest's card.
    pub name: PersonName,
    /// The guest's.
    pub number: PersonalNumber,
    /// The guest's.
    pub birth: BirthDate,
    /// Why they stay.
    pub reason: StayReason,
    /// The first day, at the place.
    pub arrives: Date,
    /// Whether they come from 23:00 on.
    pub late: bool,
    /// The day they leave.
    pub leaves: Date,
    /// Where; none where the place that declares is the address.
    pub address: Option<Address>,
}

/// What may be corrected of a notice.
pub struct CorrectedStay {
    /// As on the guest's card.
    pub name: PersonName,
    /// The guest's.
    pub birth: BirthDate,
    /// Why they stay.
    pub reason: StayReason,
    /// The day they leave.
    pub leaves: Date,
}

#[cfg(test)]
mod tests;
