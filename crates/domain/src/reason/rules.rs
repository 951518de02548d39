//! What follows from a ground.

use super::Reason;
use crate::{
    booking::AgeGroup,
    fee::FeeClass,
    legal::{Act, LegalBasis},
    str_enum::str_enum,
};
use jiff::civil::{Date, date};

str_enum! {
    /// The kind of procedure.
    pub enum Procedure {
        /// First issue (cấp mới).
        New = "new",
        /// Exchange (cấp đổi).
        Exchange = "exchange",
        /// Re-issue (cấp lại).
        Reissue = "reissue",
    }
}

str_enum! {
    /// How a ground can be filed.
    pub enum Channel {
        /// A visit; the appointment is booked online.
        InPerson = "in_person",
        /// A visit of the child with the legal representative.
        WithRepresentative = "with_representative",
        /// Fully online by the legal representative.
        Online = "online",
        /// Online, re-using the latest biometrics, or a visit.
        OnlineOrInPerson = "online_or_in_person",
    }
}

str_enum! {
    /// Whether the old card is collected.
    pub enum OldCard {
        /// There is none.
        None = "none",
        /// It is handed in.
        HandIn = "hand_in",
        /// It is handed in if it is still there.
        HandInIfThere = "hand_in_if_there",
    }
}

/// First day on which lost or damaged cards and changes of administrative units can be filed online (Decree
/// 58/2026/NĐ-CP).
const ONLINE_SINCE: Date = date(2026, 3, 15);

const fn law(article: u16) -> LegalBasis {
    LegalBasis::article(Act::LawIdentification, article)
}

const fn ground(clause: u8, point: char) -> LegalBasis {
    LegalBasis::point(Act::LawIdentification, 24, clause, point)
}

const REISSUE_ONLINE: LegalBasis = LegalBasis::clause(Act::LawIdentification, 25, 4);

impl Reason {
    /// The kind of procedure.
    #[must_use]
    pub const fn procedure(self) -> Procedure {
        match self {
            Self::New14 | Self::New6To14 | Self::NewUnder6 => Procedure::New,
            Self::Lost | Self::Damaged | Self::Nationality => Procedure::Reissue,
            Self::FromCccd
            | Self::FromCmnd
            | Self::Age
            | Self::NameOrBirth
            | Self::Appearance
            | Self::PrintError
            | Self::AdminUnit
            | Self::NewNumber
            | Self::Request => Procedure::Exchange,
        }
    }

    /// Whether it can be the reason of somebody of this age: first cards are asked for by age.
    #[must_use]
    pub const fn suits(self, group: AgeGroup) -> bool {
        match self {
            Self::NewUnder6 => matches!(group, AgeGroup::Under6),
            Self::New6To14 => matches!(group, AgeGroup::From6To13),
            Self::New14 => matches!(group, AgeGroup::From14To59 | AgeGroup::From60),
            _ => true,
        }
    }

    /// Where the ground stands in law.
    #[must_use]
    pub const fn legal(self) -> &'static [LegalBasis] {
        match self {
            Self::New14 => &const { [law(19), law(23)] },
            Self::New6To14 | Self::NewUnder6 => &const { [law(23)] },
            Self::FromCccd => &const { [law(46)] },
            Self::FromCmnd => &const { [law(46), LegalBasis::act(Act::Circular73)] },
            Self::Age => &const { [ground(1, 'a'), law(21)] },
            Self::NameOrBirth => &const { [ground(1, 'b')] },
            Self::Appearance => &const { [ground(1, 'c')] },
            Self::PrintError => &const { [ground(1, 'd')] },
            Self::AdminUnit => &const { [ground(1, 'đ')] },
            Self::NewNumber => &const { [ground(1, 'e')] },
            Self::Request => &const { [ground(1, 'g')] },
            Self::Lost | Self::Damaged => &const { [ground(2, 'a'), REISSUE_ONLINE] },
            Self::Nationality => &const { [ground(2, 'b')] },
        }
    }

    /// The row of the tariff. A printing error is only free where the agency made it.
    #[must_use]
    pub const fn fee_class(self) -> FeeClass {
        match self {
            Self::New14 | Self::New6To14 | Self::NewUnder6 | Self::Age | Self::AdminUnit => FeeClass::Free,
            Self::FromCccd | Self::FromCmnd => FeeClass::Transfer,
            Self::NameOrBirth | Self::Appearance | Self::PrintError | Self::NewNumber | Self::Request => {
                FeeClass::Exchange
            }
            Self::Lost | Self::Damaged | Self::Nationality => FeeClass::Reissue,
        }
    }

    /// How it can be filed on a day.
    #[must_use]
    pub fn channel(self, on: Date) -> Channel {
        match self {
            Self::NewUnder6 => Channel::Online,
            Self::New6To14 => Channel::WithRepresentative,
            Self::AdminUnit | Self::Lost | Self::Damaged if on >= ONLINE_SINCE => Channel::OnlineOrInPerson,
            _ => Channel::InPerson,
        }
    }

    /// Whether the old card is collected.
    #[must_use]
    pub const fn old_card(self) -> OldCard {
        match self {
            Self::New14 | Self::New6To14 | Self::NewUnder6 | Self::Lost | Self::Nationality => OldCard::None,
            Self::Damaged => OldCard::HandInIfThere,
            Self::FromCccd
            | Self::FromCmnd
            | Self::Age
            | Self::NameOrBirth
            | Self::Appearance
            | Self::PrintError
            | Self::AdminUnit
            | Self::NewNumber
            | Self::Request => OldCard::HandIn,
        }
    }
}
