//! What is told of children and who represents them. The child's name is the one thing that tells two children apart.

use super::{Facts, Kind, NEVER_ASKED_EN, NEVER_ASKED_VI, on};
use eid_domain::child::End;

/// Letters of a child's name that a message has room for.
pub const LONGEST_NAME: usize = 30;

fn words_vi(end: Option<End>) -> &'static str {
    match end {
        Some(End::Court) => "theo quyet dinh cua toa an",
        Some(End::GuardianChanged) => "da co nguoi giam ho khac",
        Some(End::RecordedWrongly) => "da ghi nham",
        Some(End::Died) => "nguoi dai dien da mat",
        Some(End::OfAge) => "da du 14 tuoi",
        None => "theo quy dinh",
    }
}

fn words_en(end: Option<End>) -> &'static str {
    match end {
        Some(End::Court) => "by decision of a court",
        Some(End::GuardianChanged) => "there is another guardian",
        Some(End::RecordedWrongly) => "it was recorded wrongly",
        Some(End::Died) => "the representative has died",
        Some(End::OfAge) => "the child is 14 now",
        None => "as the law says",
    }
}

/// In Vietnamese, without marks.
pub(super) fn vi(kind: Kind, facts: &Facts) -> String {
    let (child, day, why) = (&facts.child, on(facts.day), words_vi(facts.end));
    let words = match kind {
        Kind::RepresentativeRecorded => {
            format!("Da ghi mot nguoi dai dien cua {child}. Khong dung? Bao ngay noi lam the can cuoc.")
        }
        Kind::RepresentativeEnded => {
            format!("Ban khong con dai dien cho {child}: {why}. Ban khong dung duoc tai khoan do nua.")
        }
        Kind::RepresentativeGone => format!("Mot nguoi khong con dai dien cho {child}: {why}."),
        Kind::ChildConsented => {
            format!("Da dong y cho dung tai khoan cua {child}. Muon ngung: mo tai khoan, muc Tre em.")
        }
        Kind::ChildConsentWithdrawn => {
            format!("Da rut lai dong y: tai khoan cua {child} khong dung duoc nua.")
        }
        Kind::ChildApproved => {
            format!(
                "Tai khoan cua {child} da duoc duyet. Hay dong y trong tai khoan cua ban, muc Tre em, den het {day}."
            )
        }
        Kind::OwnAccountSoon => {
            format!(
                "{child} du 14 tuoi ngay {day}, khi do tu dung tai khoan: can the can cuoc va SIM chinh chu."
            )
        }
        _ => format!(
            "{child} du 14 tuoi va tu dung tai khoan nay. Mang the can cuoc, SIM chinh chu den noi lam the kich hoat."
        ),
    };
    format!("{words} {NEVER_ASKED_VI}")
}

/// In English.
pub(super) fn en(kind: Kind, facts: &Facts) -> String {
    let (child, day, why) = (&facts.child, on(facts.day), words_en(facts.end));
    let words = match kind {
        Kind::RepresentativeRecorded => {
            format!("A representative of {child} was recorded. Is it wrong? Tell the office at once.")
        }
        Kind::RepresentativeEnded => {
            format!("You do not represent {child} any more: {why}. That account is closed to you.")
        }
        Kind::RepresentativeGone => format!("Somebody does not represent {child} any more: {why}."),
        Kind::ChildConsented => {
            format!("The account of {child} may be used. To stop it: Children in your account.")
        }
        Kind::ChildConsentWithdrawn => {
            format!("Consent withdrawn: the account of {child} cannot be used now.")
        }
        Kind::ChildApproved => {
            format!("The account of {child} is approved. Consent in your own account by the end of {day}.")
        }
        Kind::OwnAccountSoon => {
            format!("{child} is 14 on {day} and then uses the account alone, with own card and SIM.")
        }
        _ => format!(
            "{child} is 14: the account is your own. Bring card and own SIM to an office to activate it."
        ),
    };
    format!("{words} {NEVER_ASKED_EN}")
}
