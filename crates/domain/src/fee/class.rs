//! The words of the tariff.

use crate::str_enum::str_enum;

str_enum! {
    /// A row of the tariff.
    pub enum FeeClass {
        /// No fee by law.
        Free = "free",
        /// From an old card to today's: 30,000 đ before cuts.
        Transfer = "transfer",
        /// Exchange: 50,000 đ before cuts.
        Exchange = "exchange",
        /// Re-issue: 70,000 đ before cuts.
        Reissue = "reissue",
    }
}

str_enum! {
    /// How the request is filed.
    pub enum FilingChannel {
        /// At the counter.
        InPerson = "in_person",
        /// Online.
        Online = "online",
    }
}

str_enum! {
    /// Persons exempt by their situation (Circular 73/2024/TT-BTC, art. 5); children and older people are known by
    /// their age.
    pub enum Exemption {
        /// A person with a disability.
        Disability = "disability",
        /// A person with merit to the revolution, or a listed relative.
        Merit = "merit",
        /// A person of an ethnic minority in a commune with extremely difficult conditions.
        EthnicMinority = "ethnic_minority",
        /// A resident of a border commune or an island district.
        BorderOrIsland = "border_or_island",
        /// A member of a poor household.
        PoorHousehold = "poor_household",
    }
}

str_enum! {
    /// Why nothing is to be paid.
    pub enum FreeReason {
        /// First card (Law on Identification, art. 38(2)).
        FirstIssue = "first_issue",
        /// Exchange at 14, 25, 40, 60.
        AgeExchange = "age_exchange",
        /// Administrative units were rearranged.
        AdminUnit = "admin_unit",
        /// The agency printed it wrong.
        AgencyError = "agency_error",
        /// Under 16.
        Child = "child",
        /// 60 or over.
        Elderly = "elderly",
        /// Disability.
        Disability = "disability",
        /// Merit to the revolution.
        Merit = "merit",
        /// Ethnic minority in a commune with extremely difficult conditions.
        EthnicMinority = "ethnic_minority",
        /// Border commune or island district.
        BorderOrIsland = "border_or_island",
        /// Poor household.
        PoorHousehold = "poor_household",
        /// Online filing with a level-2 account, for a limited time.
        OnlineWaiver = "online_waiver",
    }
}

impl From<Exemption> for FreeReason {
    fn from(exemption: Exemption) -> Self {
        match exemption {
            Exemption::Disability => Self::Disability,
            Exemption::Merit => Self::Merit,
            Exemption::EthnicMinority => Self::EthnicMinority,
            Exemption::BorderOrIsland => Self::BorderOrIsland,
            Exemption::PoorHousehold => Self::PoorHousehold,
        }
    }
}
