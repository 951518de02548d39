//! Words about visits that came to nothing at the office, and about what a person must correct until a last day.

use super::{
    Facts, Kind, NEVER_ASKED_EN, NEVER_ASKED_VI,
    parts::{at, on},
};

/// In Vietnamese.
pub(super) fn vi(kind: Kind, facts: &Facts) -> String {
    let (reference, reason, never) = (&facts.reference, &facts.reason, NEVER_ASKED_VI);
    let (visit, day) = (at(facts.visit), on(facts.day));
    match kind {
        Kind::VisitUnfinished => format!(
            "Lịch hẹn {reference} lúc {visit} đã hết ngày mà chưa đến lượt bạn, nên đã hủy. Mời đặt lịch mới. {never}"
        ),
        Kind::CheckInUndone => format!(
            "Lịch hẹn {reference} lúc {visit}: nơi làm thẻ đã bỏ ghi nhận bạn đến, số thứ tự bị hủy. Lịch hẹn vẫn còn. {never}"
        ),
        Kind::Withdrawn => {
            format!("Hồ sơ {reference} đã rút tại nơi làm thẻ: {reason}. Bạn có thể đặt lịch mới. {never}")
        }
        Kind::CorrectionSoon => format!(
            "Hồ sơ {reference} đang chờ bạn bổ sung, đến hết {day}. Quá hạn phải làm lại từ đầu. Xem trang theo dõi hồ sơ. {never}"
        ),
        Kind::CorrectionExpired => format!(
            "Hồ sơ {reference} đã quá hạn bổ sung ({day}) nên đã đóng. Mời đặt lịch mới để làm lại. {never}"
        ),
        _ => format!("Hồ sơ {reference} cần bổ sung, đến hết {day}: {reason}. {never}"),
    }
}

/// In English.
pub(super) fn en(kind: Kind, facts: &Facts) -> String {
    let (reference, reason, never) = (&facts.reference, &facts.reason, NEVER_ASKED_EN);
    let (visit, day) = (at(facts.visit), on(facts.day));
    match kind {
        Kind::VisitUnfinished => format!(
            "Appointment {reference}, {visit}: the day ended before your turn, so it was cancelled. Please book again. {never}"
        ),
        Kind::CheckInUndone => format!(
            "Appointment {reference}, {visit}: the office took back your check-in and number. Your visit stands. {never}"
        ),
        Kind::Withdrawn => {
            format!("Dossier {reference} was withdrawn at the office: {reason}. You can book again. {never}")
        }
        Kind::CorrectionSoon => format!(
            "Dossier {reference} waits for your correction until the end of {day}, then you must begin again. See its page. {never}"
        ),
        Kind::CorrectionExpired => format!(
            "Dossier {reference}: the time for the correction ended on {day}, it is closed. Please book again. {never}"
        ),
        _ => format!("Dossier {reference} needs a correction until {day}: {reason}. {never}"),
    }
}
