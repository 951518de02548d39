//! The lists there are, and what a place on one means for the fee of a card.

use crate::{fee::Exemption, search_key::search_key, str_enum::str_enum};

str_enum! {
    /// Why somebody is on a list of the commune.
    pub enum BenefitKind {
        /// *Hộ nghèo.*
        PoorHousehold = "poor_household",
        /// *Hộ cận nghèo.*
        NearPoorHousehold = "near_poor_household",
        /// *Người khuyết tật.*
        Disability = "disability",
        /// *Người có công với cách mạng, thân nhân của người có công.*
        Merit = "merit",
        /// *Người dân tộc thiểu số ở xã đặc biệt khó khăn.*
        EthnicMinority = "ethnic_minority",
        /// *Cư dân xã biên giới, huyện đảo.*
        BorderOrIsland = "border_or_island",
        /// *Đối tượng bảo trợ xã hội.*
        SocialProtection = "social_protection",
        /// *Trợ cấp hưu trí xã hội.*
        SocialPension = "social_pension",
    }
}

impl BenefitKind {
    /// What frees from the fee of a card (Circular 73/2024/TT-BTC, art. 5). Near-poor households are not named there, nor
    /// is who has an allowance for another reason: those are asked to pay.
    #[must_use]
    pub const fn exemption(self) -> Option<Exemption> {
        match self {
            Self::PoorHousehold => Some(Exemption::PoorHousehold),
            Self::Disability => Some(Exemption::Disability),
            Self::Merit => Some(Exemption::Merit),
            Self::EthnicMinority => Some(Exemption::EthnicMinority),
            Self::BorderOrIsland => Some(Exemption::BorderOrIsland),
            Self::NearPoorHousehold | Self::SocialProtection | Self::SocialPension => None,
        }
    }

    /// Reads what stands in a commune's list, in Vietnamese with or without marks, or our own name.
    #[must_use]
    pub fn of_words(text: &str) -> Option<Self> {
        if let Some(kind) = Self::parse(text.trim()) {
            return Some(kind);
        }
        let words = search_key(text);
        let (_, kind) = WORDS.iter().find(|(known, _)| *known == words)?;
        Some(*kind)
    }
}

/// The words of communes, as [`search_key`].
const WORDS: [(&str, BenefitKind); 24] = [
    ("ethnic minority", BenefitKind::EthnicMinority),
    ("border or island", BenefitKind::BorderOrIsland),
    ("ho ngheo", BenefitKind::PoorHousehold),
    ("poor household", BenefitKind::PoorHousehold),
    ("can ngheo", BenefitKind::NearPoorHousehold),
    ("ho can ngheo", BenefitKind::NearPoorHousehold),
    ("near poor household", BenefitKind::NearPoorHousehold),
    ("khuyet tat", BenefitKind::Disability),
    ("nguoi khuyet tat", BenefitKind::Disability),
    ("person with disability", BenefitKind::Disability),
    ("nguoi co cong", BenefitKind::Merit),
    ("nguoi co cong voi cach mang", BenefitKind::Merit),
    ("than nhan nguoi co cong", BenefitKind::Merit),
    ("dan toc thieu so", BenefitKind::EthnicMinority),
    ("nguoi dan toc thieu so", BenefitKind::EthnicMinority),
    ("xa bien gioi", BenefitKind::BorderOrIsland),
    ("bien gioi hai dao", BenefitKind::BorderOrIsland),
    ("huyen dao", BenefitKind::BorderOrIsland),
    ("bao tro xa hoi", BenefitKind::SocialProtection),
    ("doi tuong bao tro xa hoi", BenefitKind::SocialProtection),
    ("social protection", BenefitKind::SocialProtection),
    ("huu tri xa hoi", BenefitKind::SocialPension),
    ("tro cap huu tri xa hoi", BenefitKind::SocialPension),
    ("social pension", BenefitKind::SocialPension),
];
