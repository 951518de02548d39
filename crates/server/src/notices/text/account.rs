//! What the holder of an account is told: who has not done it themselves learns of it, and what to do.

use super::{Facts, Kind, NEVER_ASKED_EN, NEVER_ASKED_VI, linked, on};
use eid_domain::{account::LockReason, wire::Lang};

/// Whoever writes a reason ends it with a full stop, and the message with another.
fn sentence(reason: &str) -> &str {
    reason.trim_end_matches(['.', ' '])
}

/// In Vietnamese.
pub(super) fn vi(kind: Kind, facts: &Facts) -> String {
    let (code, day, reason) = (&facts.dossier_code, on(facts.day), sentence(&facts.reason));
    let words = match kind {
        Kind::AccountApproved => &format!(
            "Tài khoản định danh mức độ 2 (hồ sơ {code}) đã được phê duyệt. Mời kích hoạt, hạn cuối {day}."
        ),
        Kind::ActivateSoon => {
            &format!("Tài khoản định danh mức độ 2 (hồ sơ {code}) đang chờ bạn kích hoạt, hạn hết {day}.")
        }
        Kind::AccountRefused => {
            &format!("Tài khoản định danh (hồ sơ {code}) không được phê duyệt: {reason}.")
        }
        Kind::PasskeyCloned => {
            "Có thiết bị khác dùng bản sao passkey của bạn, đã bị từ chối. Hãy xóa passkey đó."
        }
        Kind::AccountLocked if !reason.is_empty() => &format!("Tài khoản của bạn đã khóa: {reason}."),
        Kind::AccountLocked => "Tài khoản của bạn đã khóa theo yêu cầu của bạn. Đăng nhập để mở lại.",
        _ => return stoppable_vi(kind, facts),
    };
    format!("{words} {NEVER_ASKED_VI}")
}

/// What somebody else may have done: with the link that stops it, where we know our own address.
fn stoppable_vi(kind: Kind, facts: &Facts) -> String {
    let reason = sentence(&facts.reason);
    let words = match kind {
        Kind::PasskeyAdded => "Đã thêm một passkey vào tài khoản của bạn.",
        Kind::PasskeyRemoved => "Đã xóa một passkey của tài khoản bạn.",
        Kind::PhoneChanged => &format!(
            "SĐT tài khoản của bạn đổi thành số cuối {}, {reason}.",
            facts.number
        ),
        Kind::PasswordChanged if reason.is_empty() => "Mật khẩu tài khoản của bạn vừa được đặt lại.",
        Kind::PasswordChanged => &format!("Vừa đặt lại {reason} của tài khoản bạn."),
        Kind::SecretsReset => "Tại quầy đã xóa mật khẩu, passcode của bạn. Hãy kích hoạt lại.",
        Kind::AccountUnlocked if reason.is_empty() => "Tài khoản của bạn đã được mở khóa.",
        Kind::AccountUnlocked => &format!("Tài khoản của bạn đã mở khóa: {reason}."),
        Kind::PayoutLinked => &format!(
            "Tiền trợ giúp xã hội từ nay chuyển vào {} số cuối {}.",
            facts.place, facts.number
        ),
        Kind::PayoutRemoved => "Đã hủy liên kết tài khoản nhận trợ giúp xã hội.",
        _ => "Tài khoản của bạn vừa đăng nhập trên thiết bị khác.",
    };
    if facts.link.is_empty() {
        format!("{words} Không phải bạn? Khóa tài khoản ngay. {NEVER_ASKED_VI}")
    } else {
        format!("{words}{}", linked("Không phải bạn? Khóa ngay", &facts.link))
    }
}

/// In English.
pub(super) fn en(kind: Kind, facts: &Facts) -> String {
    let (code, day, reason) = (&facts.dossier_code, on(facts.day), sentence(&facts.reason));
    let words = match kind {
        Kind::AccountApproved => &format!(
            "Your level 2 account (dossier {code}) is approved. Please activate it by the end of {day}."
        ),
        Kind::ActivateSoon => {
            &format!("Your level 2 account (dossier {code}) waits to be activated by the end of {day}.")
        }
        Kind::AccountRefused => &format!("Your account (dossier {code}) was not approved: {reason}."),
        Kind::PasskeyCloned => {
            "Another device has used a copy of your passkey and was refused. Remove that passkey."
        }
        Kind::AccountLocked if !reason.is_empty() => &format!("Your account was locked: {reason}."),
        Kind::AccountLocked => "Your account was locked at your own request. Sign in to open it again.",
        _ => return stoppable_en(kind, facts),
    };
    format!("{words} {NEVER_ASKED_EN}")
}

fn stoppable_en(kind: Kind, facts: &Facts) -> String {
    let reason = sentence(&facts.reason);
    let words = match kind {
        Kind::PasskeyAdded => "A passkey was added to your account.",
        Kind::PasskeyRemoved => "A passkey was removed from your account.",
        Kind::PhoneChanged => &format!("Your account's phone now ends in {}, {reason}.", facts.number),
        Kind::PasswordChanged if reason.is_empty() => "Your account has a new password.",
        Kind::PasswordChanged => &format!("Your account has a new {reason}."),
        Kind::SecretsReset => "Password and passcode cleared at the office. Activate again.",
        Kind::AccountUnlocked if reason.is_empty() => "Your account has been unlocked.",
        Kind::AccountUnlocked => &format!("Your account was unlocked: {reason}."),
        Kind::PayoutLinked => &format!(
            "Social assistance now goes to {} ending in {}.",
            facts.place, facts.number
        ),
        Kind::PayoutRemoved => "No payout account is linked any more.",
        _ => "Somebody has signed in to your account on another device.",
    };
    if facts.link.is_empty() {
        format!("{words} Was it not you? Lock the account at once. {NEVER_ASKED_EN}")
    } else {
        format!("{words}{}", linked("Was it not you? Lock it now", &facts.link))
    }
}

/// The passcode, as messages call it in both languages.
pub const PASSCODE: &str = "passcode";

/// Why an account was locked, or opened again, where its holder did not ask for it. What only the police may tell is not
/// told here.
#[must_use]
pub const fn why(reason: LockReason, locked: bool, lang: Lang) -> &'static str {
    match (reason, locked, lang) {
        (LockReason::CardExpired, true, Lang::Vi) => {
            "thẻ căn cước hết hạn. Đặt lịch đổi thẻ, nhận thẻ mới thì tự mở lại"
        }
        (LockReason::CardExpired, true, Lang::En) => "your card has expired. Exchange it to open the account",
        (LockReason::Closed, true, Lang::Vi) => {
            "bạn đã đóng tài khoản. Muốn dùng lại, xin đến nơi làm thẻ căn cước"
        }
        (LockReason::Closed, true, Lang::En) => "you closed it. To use one again, ask for it at an office",
        (LockReason::TermsBroken, true, Lang::Vi) => {
            "vi phạm điều khoản sử dụng. Mang thẻ căn cước đến nơi làm thẻ để giải quyết"
        }
        (LockReason::TermsBroken, true, Lang::En) => {
            "terms of use were broken. Bring your card to the office to settle it"
        }
        (
            LockReason::CardRevoked | LockReason::CardKept | LockReason::AuthorityRequest | LockReason::Death,
            true,
            Lang::Vi,
        ) => "theo quy định. Muốn biết lý do, mang thẻ căn cước đến công an xã, phường",
        (
            LockReason::CardRevoked | LockReason::CardKept | LockReason::AuthorityRequest | LockReason::Death,
            true,
            Lang::En,
        ) => "as the law asks for. For the reason, bring your card to the commune police",
        (LockReason::CardExpired, false, Lang::Vi) => "bạn đã nhận thẻ căn cước mới",
        (LockReason::CardExpired, false, Lang::En) => "you have received your new card",
        _ => "",
    }
}
