//! What the holder of an account is told: who has not done it themselves learns of it, and what to do.

use super::{Facts, Kind, NEVER_ASKED_EN, NEVER_ASKED_VI, on};

/// In Vietnamese, without marks.
pub(super) fn vi(kind: Kind, facts: &Facts) -> String {
    let (code, day, reason) = (&facts.dossier_code, on(facts.day), &facts.reason);
    let words = match kind {
        Kind::AccountApproved => &format!(
            "Tai khoan dinh danh muc 2 (ho so {code}) da duoc phe duyet. Moi kich hoat truoc het ngay {day}."
        ),
        Kind::ActivateSoon => {
            &format!("Tai khoan dinh danh muc 2 (ho so {code}) cho ban kich hoat, han het ngay {day}.")
        }
        Kind::AccountRefused => {
            &format!("Tai khoan dinh danh (ho so {code}) khong duoc phe duyet: {reason}.")
        }
        Kind::PasskeyAdded => {
            "Da them mot passkey vao tai khoan cua ban. Khong phai ban? Khoa tai khoan ngay."
        }
        Kind::PasskeyRemoved => "Da xoa mot passkey cua tai khoan ban. Khong phai ban? Khoa tai khoan ngay.",
        Kind::PasskeyCloned => {
            "Co thiet bi khac dung ban sao passkey cua ban, da bi tu choi. Hay xoa passkey do."
        }
        Kind::PasswordChanged => {
            "Mat khau tai khoan cua ban vua duoc dat lai. Khong phai ban? Khoa tai khoan ngay."
        }
        Kind::AccountLocked => "Tai khoan cua ban da khoa theo yeu cau cua ban. Dang nhap de mo lai.",
        Kind::AccountUnlocked => "Tai khoan cua ban da mo khoa. Khong phai ban? Khoa tai khoan ngay.",
        _ => "Tai khoan cua ban vua chuyen sang thiet bi khac. Khong phai ban? Khoa tai khoan ngay.",
    };
    format!("{words} {NEVER_ASKED_VI}")
}

/// In English.
pub(super) fn en(kind: Kind, facts: &Facts) -> String {
    let (code, day, reason) = (&facts.dossier_code, on(facts.day), &facts.reason);
    let words = match kind {
        Kind::AccountApproved => &format!(
            "Your level 2 account (dossier {code}) is approved. Please activate it by the end of {day}."
        ),
        Kind::ActivateSoon => {
            &format!("Your level 2 account (dossier {code}) waits to be activated by the end of {day}.")
        }
        Kind::AccountRefused => &format!("Your account (dossier {code}) was not approved: {reason}."),
        Kind::PasskeyAdded => {
            "A passkey was added to your account. Was it not you? Lock the account at once."
        }
        Kind::PasskeyRemoved => {
            "A passkey was removed from your account. Was it not you? Lock the account at once."
        }
        Kind::PasskeyCloned => {
            "Another device has used a copy of your passkey and was refused. Remove that passkey."
        }
        Kind::PasswordChanged => "Your account has a new password. Was it not you? Lock the account at once.",
        Kind::AccountLocked => "Your account was locked at your own request. Sign in to open it again.",
        Kind::AccountUnlocked => "Your account was unlocked. Was it not you? Lock the account at once.",
        _ => "Your account has moved to another device. Was it not you? Lock the account at once.",
    };
    format!("{words} {NEVER_ASKED_EN}")
}
