//! Legal sources, so that every answer can say where it comes from.

use crate::str_enum::str_enum;
use serde::{Deserialize, Serialize};

str_enum! {
    /// An act the rules rest on. The client words its title; [`Act::number`] is the same in every language.
    pub enum Act {
        /// Law on Identification.
        LawIdentification = "law_identification_2023",
        /// Labour Code.
        LabourCode = "labour_code_2019",
        /// Law amending ten laws on security.
        Law118 = "law_118_2025",
        /// Decree on electronic identification.
        Decree69 = "decree_69_2024",
        /// Decree implementing the Law on Identification.
        Decree70 = "decree_70_2024",
        /// Decree on fines in security and order.
        Decree282 = "decree_282_2025",
        /// Decree that lets some cards be asked for online.
        Decree58 = "decree_58_2026",
        /// Circular on forms, as amended by Circular 53/2025/TT-BCA.
        Circular17 = "circular_17_2024",
        /// Circular on card fees.
        Circular73 = "circular_73_2024",
        /// Circular on the cut of fees.
        Circular64 = "circular_64_2025",
        /// Decision publishing the card procedures.
        Decision5710 = "decision_5710_2025",
        /// Decision publishing the e-ID procedures.
        Decision5709 = "decision_5709_2025",
        /// Decision merging the card procedures at commune level.
        Decision5230 = "decision_5230_2026",
    }
}

impl Act {
    /// The official number.
    #[must_use]
    pub const fn number(self) -> &'static str {
        match self {
            Self::LawIdentification => "26/2023/QH15",
            Self::LabourCode => "45/2019/QH14",
            Self::Law118 => "118/2025/QH15",
            Self::Decree69 => "69/2024/NĐ-CP",
            Self::Decree70 => "70/2024/NĐ-CP",
            Self::Decree282 => "282/2025/NĐ-CP",
            Self::Decree58 => "58/2026/NĐ-CP",
            Self::Circular17 => "17/2024/TT-BCA",
            Self::Circular73 => "73/2024/TT-BTC",
            Self::Circular64 => "64/2025/TT-BTC",
            Self::Decision5710 => "5710/QĐ-BCA-C06",
            Self::Decision5709 => "5709/QĐ-BCA-C06",
            Self::Decision5230 => "5230/QĐ-BCA-C06",
        }
    }
}

/// A place in an act: `{"act":"law_identification_2023","article":24,"clause":1,"point":"đ"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LegalBasis {
    /// The act.
    pub act: Act,
    /// Article (điều).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub article: Option<u16>,
    /// Clause (khoản).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub clause: Option<u8>,
    /// Point (điểm), one letter.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub point: Option<char>,
}

impl LegalBasis {
    /// A whole act.
    #[must_use]
    pub const fn act(act: Act) -> Self {
        Self {
            act,
            article: None,
            clause: None,
            point: None,
        }
    }

    /// An article.
    #[must_use]
    pub const fn article(act: Act, article: u16) -> Self {
        Self {
            act,
            article: Some(article),
            clause: None,
            point: None,
        }
    }

    /// A clause of an article.
    #[must_use]
    pub const fn clause(act: Act, article: u16, clause: u8) -> Self {
        Self {
            act,
            article: Some(article),
            clause: Some(clause),
            point: None,
        }
    }

    /// A point of a clause.
    #[must_use]
    pub const fn point(act: Act, article: u16, clause: u8, point: char) -> Self {
        Self {
            act,
            article: Some(article),
            clause: Some(clause),
            point: Some(point),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_leaves_out_what_is_not_cited() {
        let json = |basis: LegalBasis| serde_json::to_string(&basis).unwrap();
        assert_eq!(
            json(LegalBasis::act(Act::Circular73)),
            r#"{"act":"circular_73_2024"}"#
        );
        let point = LegalBasis::point(Act::LawIdentification, 24, 1, 'đ');
        assert_eq!(
            json(point),
            r#"{"act":"law_identification_2023","article":24,"clause":1,"point":"đ"}"#
        );
        assert_eq!(serde_json::from_str::<LegalBasis>(&json(point)).unwrap(), point);
    }

    #[test]
    fn every_act_has_its_own_number() {
        let mut numbers: Vec<_> = Act::ALL.iter().map(|act| act.number()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), Act::ALL.len());
    }
}
