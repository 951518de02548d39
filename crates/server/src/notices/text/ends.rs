//! Words about visits that came to nothing at the office, and about what a person must correct until a last day.

use super::{
    Facts, Kind, NEVER_ASKED_EN, NEVER_ASKED_VI,
    parts::{at, on},
};

/// In Vietnamese, without marks.
pub(super) fn vi(kind: Kind, facts: &Facts) -> String {
    let (reference, reason, never) = (&facts.reference, &facts.reason, NEVER_ASKED_VI);
    let (visit, day) = (at(facts.visit), on(facts.day));
    match kind {
        Kind::VisitUnfinished => format!(
            "Lich hen {reference} luc {visit} da het ngay ma chua den luot ban, nen da huy. Moi dat lich moi. {never}"
        ),
        Kind::CheckInUndone => format!(
            "Lich hen {reference} luc {visit}: noi lam the da bo ghi nhan ban den, so thu tu bi huy. Lich hen van con. {never}"
        ),
        Kind::Withdrawn => {
            format!("Ho so {reference} da rut tai noi lam the: {reason}. Ban co the dat lich moi. {never}")
        }
        Kind::CorrectionSoon => format!(
            "Ho so {reference} dang cho ban bo sung, den het {day}. Qua han phai lam lai tu dau. Xem trang theo doi ho so. {never}"
        ),
        Kind::CorrectionExpired => format!(
            "Ho so {reference} da qua han bo sung ({day}) nen da dong. Moi dat lich moi de lam lai. {never}"
        ),
        _ => format!("Ho so {reference} can bo sung, den het {day}: {reason}. {never}"),
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
