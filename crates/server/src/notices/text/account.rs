//! What the holder of an account is told: who has not done it themselves learns of it, and what to do.

use super::{Facts, Kind, NEVER_ASKED_EN, NEVER_ASKED_VI, linked, on};
use eid_domain::{account::LockReason, wire::Lang};

/// Whoever writes a reason ends it with a full stop, and the message with another.
fn sentence(reason: &str) -> &str {
    reason.trim_end_matches(['.', ' '])
}

/// In Vietnamese, without marks.
pub(super) fn vi(kind: Kind, facts: &Facts) -> String {
    let (code, day, reason) = (&facts.dossier_code, on(facts.day), sentence(&facts.reason));
    let words = match kind {
        Kind::AccountApproved => &format!(
            "Tai khoan dinh danh muc do 2 (ho so {code}) da duoc phe duyet. Moi kich hoat, han cuoi {day}."
        ),
        Kind::ActivateSoon => {
            &format!("Tai khoan dinh danh muc do 2 (ho so {code}) dang cho ban kich hoat, han het {day}.")
        }
        Kind::AccountRefused => {
            &format!("Tai khoan dinh danh (ho so {code}) khong duoc phe duyet: {reason}.")
        }
        Kind::PasskeyCloned => {
            "Co thiet bi khac dung ban sao passkey cua ban, da bi tu choi. Hay xoa passkey do."
        }
        Kind::AccountLocked if !reason.is_empty() => &format!("Tai khoan cua ban da khoa: {reason}."),
        Kind::AccountLocked => "Tai khoan cua ban da khoa theo yeu cau cua ban. Dang nhap de mo lai.",
        _ => return stoppable_vi(kind, facts),
    };
    format!("{words} {NEVER_ASKED_VI}")
}

/// What somebody else may have done: with the link that stops it, where we know our own address.
fn stoppable_vi(kind: Kind, facts: &Facts) -> String {
    let reason = sentence(&facts.reason);
    let words = match kind {
        Kind::PasskeyAdded => "Da them mot passkey vao tai khoan cua ban.",
        Kind::PasskeyRemoved => "Da xoa mot passkey cua tai khoan ban.",
        Kind::PhoneChanged => &format!(
            "SDT tai khoan cua ban doi thanh so cuoi {}, {reason}.",
            facts.number
        ),
        Kind::PasswordChanged if reason.is_empty() => "Mat khau tai khoan cua ban vua duoc dat lai.",
        Kind::PasswordChanged => &format!("Vua dat lai {reason} cua tai khoan ban."),
        Kind::SecretsReset => "Tai quay da xoa mat khau, passcode cua ban. Hay kich hoat lai.",
        Kind::AccountUnlocked if reason.is_empty() => "Tai khoan cua ban da duoc mo khoa.",
        Kind::AccountUnlocked => &format!("Tai khoan cua ban da mo khoa: {reason}."),
        Kind::PayoutLinked => &format!(
            "Tien tro giup xa hoi tu nay chuyen vao {} so cuoi {}.",
            facts.place, facts.number
        ),
        Kind::PayoutRemoved => "Da huy lien ket tai khoan nhan tro giup xa hoi.",
        _ => "Tai khoan cua ban vua dang nhap tren thiet bi khac.",
    };
    if facts.link.is_empty() {
        format!("{words} Khong phai ban? Khoa tai khoan ngay. {NEVER_ASKED_VI}")
    } else {
        format!("{words}{}", linked("Khong phai ban? Khoa ngay", &facts.link))
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
            "the can cuoc het han. Dat lich doi the, nhan the moi thi tu mo lai"
        }
        (LockReason::CardExpired, true, Lang::En) => "your card has expired. Exchange it to open the account",
        (LockReason::Closed, true, Lang::Vi) => {
            "ban da dong tai khoan. Muon dung lai, xin den noi lam the can cuoc"
        }
        (LockReason::Closed, true, Lang::En) => "you closed it. To use one again, ask for it at an office",
        (LockReason::TermsBroken, true, Lang::Vi) => {
            "vi pham dieu khoan su dung. Mang the can cuoc den noi lam the de giai quyet"
        }
        (LockReason::TermsBroken, true, Lang::En) => {
            "terms of use were broken. Bring your card to the office to settle it"
        }
        (
            LockReason::CardRevoked | LockReason::CardKept | LockReason::AuthorityRequest | LockReason::Death,
            true,
            Lang::Vi,
        ) => "theo quy dinh. Muon biet ly do, mang the can cuoc den cong an xa, phuong",
        (
            LockReason::CardRevoked | LockReason::CardKept | LockReason::AuthorityRequest | LockReason::Death,
            true,
            Lang::En,
        ) => "as the law asks for. For the reason, bring your card to the commune police",
        (LockReason::CardExpired, false, Lang::Vi) => "ban da nhan the can cuoc moi",
        (LockReason::CardExpired, false, Lang::En) => "you have received your new card",
        _ => "",
    }
}
