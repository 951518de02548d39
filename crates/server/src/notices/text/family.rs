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

/// In Vietnamese.
pub(super) fn vi(kind: Kind, facts: &Facts) -> String {
    let Facts {
        office, reference, ..
    } = facts;
    let (visit, until, never) = (at(facts.visit), shortly(facts.until), NEVER_ASKED_VI);
    let (first, others) = first_and_others(facts);
    match kind {
        Kind::HouseholdMoved => {
            format!("Lịch cả nhà đổi sang {visit} tại {office}. Mã hẹn: {reference}. {never}")
        }
        Kind::HouseholdCancelled => {
            format!("Lịch hẹn cả nhà lúc {visit} tại {office} đã hủy. Bạn có thể đặt lịch mới. {never}")
        }
        Kind::Closed => format!(
            "Lịch hẹn {first} và {others} người nhà: {office} đóng cửa lúc {visit}. Chúng tôi đang tìm giờ khác cho cả nhà. Lịch chưa bị hủy."
        ),
        Kind::PlanChanged => format!(
            "Lịch hẹn {first} và {others} người nhà: {office} đổi lịch, không còn nhận lúc {visit}. Đang tìm giờ khác cho cả nhà. Lịch chưa bị hủy."
        ),
        Kind::StandsAgain => format!(
            "Lịch hẹn {first} và {others} người nhà: {office} làm việc lại lúc {visit}. Lịch cũ của cả nhà giữ nguyên."
        ),
        Kind::OtherPlace => format!(
            "Lịch cả nhà {} người: mời đổi sang {visit} tại {office}, giữ đến {until}.{}",
            facts.family,
            linked("Xem", &facts.link)
        ),
        Kind::NoWindow => format!(
            "Lịch hẹn {first} và {others} người nhà: chưa có giờ nào đủ cho cả nhà. Chúng tôi vẫn tìm; bạn cũng có thể tự chọn. Lịch chưa bị hủy."
        ),
        _ => format!("Lịch hẹn cả nhà: {visit} tại {office}. Mã hẹn: {reference}. {never}"),
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
