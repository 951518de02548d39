//! What a family is told: one message for all of them.

use super::{
    Facts, Kind, NEVER_ASKED_EN, NEVER_ASKED_VI, at,
    parts::{linked, shortly},
};

/// The first reference, and how many more there are: six of them leave no room for other words.
fn first_and_others(facts: &Facts) -> (&str, usize) {
    let first = facts.reference.split(' ').next().unwrap_or_default();
    (first, facts.family.saturating_sub(1))
}

/// In Vietnamese, without marks.
pub(super) fn vi(kind: Kind, facts: &Facts) -> String {
    let Facts {
        office, reference, ..
    } = facts;
    let (visit, until, never) = (at(facts.visit), shortly(facts.until), NEVER_ASKED_VI);
    let (first, others) = first_and_others(facts);
    match kind {
        Kind::HouseholdMoved => {
            format!("Lich ca nha doi sang {visit} tai {office}. Ma hen: {reference}. {never}")
        }
        Kind::HouseholdCancelled => {
            format!("Lich hen ca nha luc {visit} tai {office} da huy. Ban co the dat lich moi. {never}")
        }
        Kind::Closed => format!(
            "Lich hen {first} va {others} nguoi nha: {office} dong cua luc {visit}. Chung toi dang tim gio khac cho ca nha. Lich chua bi huy."
        ),
        Kind::PlanChanged => format!(
            "Lich hen {first} va {others} nguoi nha: {office} doi lich, khong con nhan luc {visit}. Dang tim gio khac cho ca nha. Lich chua bi huy."
        ),
        Kind::StandsAgain => format!(
            "Lich hen {first} va {others} nguoi nha: {office} lam viec lai luc {visit}. Lich cu cua ca nha giu nguyen."
        ),
        Kind::OtherPlace => format!(
            "Lich ca nha {} nguoi: moi doi sang {visit} tai {office}, giu den {until}.{}",
            facts.family,
            linked("Xem", &facts.link)
        ),
        Kind::NoWindow => format!(
            "Lich hen {first} va {others} nguoi nha: chua co gio nao du cho ca nha. Chung toi van tim; ban cung co the tu chon. Lich chua bi huy."
        ),
        _ => format!("Lich hen ca nha: {visit} tai {office}. Ma hen: {reference}. {never}"),
    }
}

/// In English.
pub(super) fn en(kind: Kind, facts: &Facts) -> String {
    let Facts {
        office, reference, ..
    } = facts;
    let (visit, until, never) = (at(facts.visit), shortly(facts.until), NEVER_ASKED_EN);
    let (first, others) = first_and_others(facts);
    match kind {
        Kind::HouseholdMoved => {
            format!("Family visit now {visit} at {office}. References: {reference}. {never}")
        }
        Kind::HouseholdCancelled => {
            format!("Family visit, {visit} at {office}, is cancelled. You can book again. {never}")
        }
        Kind::Closed => format!(
            "Appointment {first} and {others} of your family: {office} is closed on {visit}. We look for a time for all. Your places are safe."
        ),
        Kind::PlanChanged => format!(
            "Appointment {first} and {others} of your family: {office} has other hours, {visit} no longer fits. We look for a time for all."
        ),
        Kind::StandsAgain => format!(
            "Appointment {first} and {others} of your family: {office} is open on {visit} after all. Your visits stand."
        ),
        Kind::OtherPlace => format!(
            "New time for your family of {}: {visit} at {office}, kept until {until}.{}",
            facts.family,
            linked("See", &facts.link)
        ),
        Kind::NoWindow => format!(
            "Appointment {first} and {others} of your family: no time for all of you yet. We go on looking; you can choose too. Nothing is cancelled."
        ),
        _ => format!("Family visit: {visit} at {office}. References: {reference}. {never}"),
    }
}
