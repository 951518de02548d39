//! What a family is told: one message for all of them.

use super::{Facts, Kind, NEVER_ASKED_EN, NEVER_ASKED_VI, at};

/// In Vietnamese, without marks.
pub(super) fn vi(kind: Kind, facts: &Facts) -> String {
    let Facts {
        office, reference, ..
    } = facts;
    let (visit, never) = (at(facts.visit), NEVER_ASKED_VI);
    match kind {
        Kind::HouseholdMoved => {
            format!("Lich ca nha doi sang {visit} tai {office}. Ma hen: {reference}. {never}")
        }
        Kind::HouseholdCancelled => {
            format!("Lich hen ca nha luc {visit} tai {office} da huy. Ban co the dat lich moi. {never}")
        }
        _ => format!("Lich hen ca nha: {visit} tai {office}. Ma hen: {reference}. {never}"),
    }
}

/// In English.
pub(super) fn en(kind: Kind, facts: &Facts) -> String {
    let Facts {
        office, reference, ..
    } = facts;
    let (visit, never) = (at(facts.visit), NEVER_ASKED_EN);
    match kind {
        Kind::HouseholdMoved => {
            format!("Family visit now {visit} at {office}. References: {reference}. {never}")
        }
        Kind::HouseholdCancelled => {
            format!("Family visit, {visit} at {office}, is cancelled. You can book again. {never}")
        }
        _ => format!("Family visit: {visit} at {office}. References: {reference}. {never}"),
    }
}
