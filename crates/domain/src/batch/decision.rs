//! What an authority decides.

use crate::str_enum::str_enum;
use serde::{Deserialize, Serialize};

str_enum! {
    /// What is decided about.
    pub enum Subject {
        /// The card.
        Card = "card",
        /// The level-2 account.
        Account = "account",
    }
}

/// How far the authority has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Outcome {
    /// It has begun.
    InReview,
    /// Something must be corrected or added; the reason is for the person to read.
    NeedsCorrection {
        /// In plain words.
        reason: String,
    },
    /// Refused; the reason is for the person to read (notice CC03).
    Refused {
        /// In plain words.
        reason: String,
    },
    /// Approved.
    Approved,
    /// The card is printed. Cards only.
    Printed,
    /// The card is on its way to the office. Cards only.
    InTransit,
}

impl Outcome {
    /// The stable name, as in files.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::InReview => "in_review",
            Self::NeedsCorrection { .. } => "needs_correction",
            Self::Refused { .. } => "refused",
            Self::Approved => "approved",
            Self::Printed => "printed",
            Self::InTransit => "in_transit",
        }
    }

    /// The reason given; empty where none is.
    #[must_use]
    pub fn reason(&self) -> &str {
        match self {
            Self::NeedsCorrection { reason } | Self::Refused { reason } => reason,
            _ => "",
        }
    }

    /// From the stable name and a reason, which only some outcomes have. `None` for an unknown name.
    #[must_use]
    pub fn parse(name: &str, reason: &str) -> Option<Self> {
        let reason = reason.to_owned();
        Some(match name {
            "in_review" => Self::InReview,
            "needs_correction" => Self::NeedsCorrection { reason },
            "refused" => Self::Refused { reason },
            "approved" => Self::Approved,
            "printed" => Self::Printed,
            "in_transit" => Self::InTransit,
            _ => return None,
        })
    }

    /// Whether a reason must be given.
    #[must_use]
    pub const fn needs_reason(&self) -> bool {
        matches!(self, Self::NeedsCorrection { .. } | Self::Refused { .. })
    }

    /// Whether it can be decided about a card only.
    #[must_use]
    pub const fn is_for_cards(&self) -> bool {
        matches!(self, Self::Printed | Self::InTransit)
    }
}
