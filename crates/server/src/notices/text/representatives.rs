//! What is told of children and who represents them. The child's name is the one thing that tells two children apart.

use super::{Facts, Kind, NEVER_ASKED_EN, NEVER_ASKED_VI, on};
use eid_domain::child::End;

/// Letters of a child's name that a message has room for.
pub const LONGEST_NAME: usize = 30;

fn words_vi(end: Option<End>) -> &'static str {
    match end {
        Some(End::Court) => "theo quyết định của tòa án",
        Some(End::GuardianChanged) => "đã có người giám hộ khác",
        Some(End::RecordedWrongly) => "đã ghi nhầm",
        Some(End::Died) => "người đại diện đã mất",
        Some(End::OfAge) => "đã đủ 14 tuổi",
        None => "theo quy định",
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

/// In Vietnamese.
pub(super) fn vi(kind: Kind, facts: &Facts) -> String {
    let (child, day, why) = (&facts.child, on(facts.day), words_vi(facts.end));
    let words = match kind {
        Kind::RepresentativeRecorded => {
            format!("Đã ghi một người đại diện của {child}. Không đúng? Báo ngay nơi làm thẻ căn cước.")
        }
        Kind::RepresentativeEnded => {
            format!("Bạn không còn đại diện cho {child}: {why}. Bạn không dùng được tài khoản đó nữa.")
        }
        Kind::RepresentativeGone => format!("Một người không còn đại diện cho {child}: {why}."),
        Kind::ChildConsented => {
            format!("Đã đồng ý cho dùng tài khoản của {child}. Muốn ngừng: mở tài khoản, mục Trẻ em.")
        }
        Kind::ChildConsentWithdrawn => {
            format!("Đã rút lại đồng ý: tài khoản của {child} không dùng được nữa.")
        }
        Kind::ChildApproved => {
            format!(
                "Tài khoản của {child} đã được duyệt. Hãy đồng ý trong tài khoản của bạn, mục Trẻ em, đến hết {day}."
            )
        }
        Kind::OwnAccountSoon => {
            format!(
                "{child} đủ 14 tuổi ngày {day}, khi đó tự dùng tài khoản: cần thẻ căn cước và SIM chính chủ."
            )
        }
        _ => format!(
            "{child} đủ 14 tuổi và tự dùng tài khoản này. Mang thẻ căn cước, SIM chính chủ đến nơi làm thẻ kích hoạt."
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
