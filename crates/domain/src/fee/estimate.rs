//! The estimate for one person.

use super::{Exemption, FeeClass, FeeTable, FilingChannel, FreeReason};
use crate::{
    age::AgeSpan,
    legal::{Act, LegalBasis},
    reason::{Procedure, Reason},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Under this age nothing is paid (Circular 73/2024/TT-BTC, art. 5).
const CHILD_UNDER: u8 = 16;
/// From this age on nothing is paid (same).
const ELDERLY_FROM: u8 = 60;

/// What the fee depends on.
#[derive(Debug, Clone, Copy)]
pub struct FeeCase<'a> {
    /// The ground.
    pub reason: Reason,
    /// The way of filing.
    pub channel: FilingChannel,
    /// The day of filing.
    pub on: Date,
    /// The person's age that day.
    pub age: AgeSpan,
    /// What the person says of themselves; proof is asked for at the counter.
    pub exemptions: &'a [Exemption],
    /// Holds a level-2 account with the data in it.
    pub level_2: bool,
    /// The error on the card is the agency's.
    pub agency_error: bool,
}

/// An estimate; `amount_vnd` is `None` for days the table does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FeeEstimate {
    /// Dong.
    pub amount_vnd: Option<u32>,
    /// Row of the tariff.
    pub class: FeeClass,
    /// The way of filing it is for.
    pub channel: FilingChannel,
    /// Where it stands.
    pub legal_basis: LegalBasis,
    /// Sources disagree or the period may still change.
    pub provisional: bool,
    /// Why nothing is to be paid, where so.
    pub free_reason: Option<FreeReason>,
}

impl FeeEstimate {
    /// An identity certificate costs nothing (Law on Identification, art. 38).
    #[must_use]
    pub const fn certificate() -> Self {
        Self {
            amount_vnd: Some(0),
            class: FeeClass::Free,
            channel: FilingChannel::InPerson,
            legal_basis: LegalBasis::article(Act::LawIdentification, 38),
            provisional: false,
            free_reason: None,
        }
    }
}

impl FeeTable {
    /// What the card will probably cost. Delivery by post to another address comes on top.
    #[must_use]
    pub fn estimate(&self, case: &FeeCase<'_>) -> FeeEstimate {
        let class = case.reason.fee_class();
        let free = |why, legal_basis| FeeEstimate {
            amount_vnd: Some(0),
            class,
            channel: case.channel,
            legal_basis,
            provisional: false,
            free_reason: Some(why),
        };
        if let Some(why) = free_by_law(case) {
            return FeeEstimate {
                class: FeeClass::Free,
                ..free(why, FREE_BY_LAW)
            };
        }
        if let Some(why) = exempt(case) {
            return free(why, LegalBasis::article(Act::Circular73, 5));
        }
        let rule = self.rule(class, case.channel, case.level_2, case.on);
        FeeEstimate {
            amount_vnd: rule.map(|rule| rule.amount_vnd),
            class,
            channel: case.channel,
            legal_basis: LegalBasis::act(rule.map_or(Act::Circular73, |rule| rule.basis)),
            provisional: rule.is_none_or(|rule| rule.provisional),
            free_reason: rule
                .filter(|rule| rule.amount_vnd == 0)
                .map(|_| FreeReason::OnlineWaiver),
        }
    }
}

/// Whether nothing is to be paid whatever the person says of their situation, so that nobody is asked in vain.
#[must_use]
pub fn is_exempt_anyway(case: &FeeCase<'_>) -> bool {
    free_by_law(case).is_some()
        || exempt(&FeeCase {
            exemptions: &[],
            ..*case
        })
        .is_some()
}

const FREE_BY_LAW: LegalBasis = LegalBasis::clause(Act::LawIdentification, 38, 2);

fn free_by_law(case: &FeeCase<'_>) -> Option<FreeReason> {
    match case.reason {
        Reason::Age => Some(FreeReason::AgeExchange),
        Reason::AdminUnit => Some(FreeReason::AdminUnit),
        Reason::PrintError if case.agency_error => Some(FreeReason::AgencyError),
        reason if reason.procedure() == Procedure::New => Some(FreeReason::FirstIssue),
        _ => None,
    }
}

fn exempt(case: &FeeCase<'_>) -> Option<FreeReason> {
    if case.age.surely_under(CHILD_UNDER) {
        return Some(FreeReason::Child);
    }
    if case.age.surely_from(ELDERLY_FROM) {
        return Some(FreeReason::Elderly);
    }
    case.exemptions.first().copied().map(FreeReason::from)
}
