//! The way of a case through the simulated ministry.

use crate::authority::contract::Outcome;
use eid_store::ministry::{Case, CaseKind};

/// Where a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Handed over.
    Submitted,
    /// Begun.
    InReview,
    /// Waits for a correction.
    NeedsCorrection,
    /// Refused.
    Refused,
    /// Approved.
    Approved,
    /// Printed.
    Printed,
    /// Sent to the office.
    InTransit,
}

const ALL: [Step; 7] = [
    Step::Submitted,
    Step::InReview,
    Step::NeedsCorrection,
    Step::Refused,
    Step::Approved,
    Step::Printed,
    Step::InTransit,
];
const REFUSED_ENDING: &str = "0403";
const CORRECTED_ENDING: &str = "0404";
const REFUSED: &str =
    "Thông tin đề nghị không khớp với Cơ sở dữ liệu quốc gia về dân cư (tình huống giả lập).";
const CORRECTION: &str = "Ảnh khuôn mặt chưa đạt yêu cầu, cần thu nhận lại (tình huống giả lập).";

impl Step {
    /// The stored word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::InReview => "in_review",
            Self::NeedsCorrection => "needs_correction",
            Self::Refused => "refused",
            Self::Approved => "approved",
            Self::Printed => "printed",
            Self::InTransit => "in_transit",
        }
    }

    /// From the stored word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        ALL.into_iter().find(|step| step.as_str() == word)
    }

    /// What the ministry says on reaching it.
    #[must_use]
    pub fn outcome(self) -> Option<Outcome> {
        Some(match self {
            Self::Submitted => return None,
            Self::InReview => Outcome::InReview,
            Self::NeedsCorrection => Outcome::NeedsCorrection {
                reason: CORRECTION.to_owned(),
            },
            Self::Refused => Outcome::Refused {
                reason: REFUSED.to_owned(),
            },
            Self::Approved => Outcome::Approved,
            Self::Printed => Outcome::Printed,
            Self::InTransit => Outcome::InTransit,
        })
    }
}

/// The step that comes next; `None` at the end, and while the ministry waits for somebody.
#[must_use]
pub fn next(case: &Case) -> Option<Step> {
    let payload: serde_json::Value = serde_json::from_str(&case.payload).unwrap_or_default();
    let number = payload["personal_number"].as_str().unwrap_or_default();
    let corrected = payload["corrected"].as_bool().unwrap_or(false);
    match (Step::parse(&case.step)?, case.kind) {
        (Step::Submitted, _) => Some(Step::InReview),
        (Step::InReview, _) if number.ends_with(REFUSED_ENDING) => Some(Step::Refused),
        (Step::InReview, CaseKind::Card) if number.ends_with(CORRECTED_ENDING) && !corrected => {
            Some(Step::NeedsCorrection)
        }
        (Step::InReview, _) => Some(Step::Approved),
        (Step::Approved, CaseKind::Card) => Some(Step::Printed),
        (Step::Printed, CaseKind::Card) => Some(Step::InTransit),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(kind: CaseKind, number: &str) -> Vec<&'static str> {
        let mut case = Case {
            id: String::new(),
            dossier_code: String::new(),
            kind,
            step: Step::Submitted.as_str().to_owned(),
            next_at: None,
            payload: format!("{{\"personal_number\":\"{number}\"}}"),
        };
        let mut words = Vec::new();
        while let Some(step) = next(&case) {
            words.push(step.as_str());
            case.step = step.as_str().to_owned();
        }
        words
    }

    #[test]
    fn the_ways_through_the_ministry() {
        let card = ["in_review", "approved", "printed", "in_transit"];
        assert_eq!(way(CaseKind::Card, "098085000123"), card);
        assert_eq!(way(CaseKind::Account, "098085000123"), ["in_review", "approved"]);
        assert_eq!(way(CaseKind::Card, "098085000403"), ["in_review", "refused"]);
        assert_eq!(
            way(CaseKind::Card, "098085000404"),
            ["in_review", "needs_correction"]
        );
        assert_eq!(way(CaseKind::Account, "098085000404"), ["in_review", "approved"]);
    }
}
