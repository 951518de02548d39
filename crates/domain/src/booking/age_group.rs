//! Ages that make a difference at the counter.

use crate::{age::AgeSpan, identity::BirthDate, str_enum::str_enum};
use jiff::civil::Date;

str_enum! {
    /// Age on the day of the visit (Law on Identification 26/2023, art. 19 and 23).
    pub enum AgeGroup {
        /// Under 6: no biometrics, no photo, filed online by the representative.
        Under6 = "under_6",
        /// 6 to under 14: comes with the representative.
        From6To13 = "from_6_to_13",
        /// 14 to under 60.
        From14To59 = "from_14_to_59",
        /// 60 and over: more time.
        From60 = "from_60",
    }
}

impl AgeGroup {
    /// The group on a day. Where only the year of birth is known, the group that is looked after better: with a
    /// representative while perhaps under 14, with more time when perhaps 60.
    #[must_use]
    pub fn of(birth: &BirthDate, on: Date) -> Self {
        Self::of_span(birth.ages_on(on))
    }

    /// As [`AgeGroup::of`], from the ages themselves.
    #[must_use]
    pub const fn of_span(ages: AgeSpan) -> Self {
        match ages {
            AgeSpan { youngest: 0..6, .. } => Self::Under6,
            AgeSpan { youngest: 6..14, .. } => Self::From6To13,
            AgeSpan { oldest: 60.., .. } => Self::From60,
            AgeSpan { .. } => Self::From14To59,
        }
    }

    /// Whether the legal representative must come or file (art. 23).
    #[must_use]
    pub const fn needs_representative(self) -> bool {
        matches!(self, Self::Under6 | Self::From6To13)
    }

    /// Whether a level-2 account is possible (Decree 69/2024/NĐ-CP, art. 7).
    #[must_use]
    pub const fn may_have_level_2(self) -> bool {
        !matches!(self, Self::Under6)
    }
}
