//! What the owner of a wallet is told. The paper's name is as long as it may be; why it was refused stands on the page alone.

use super::{Facts, Kind, NEVER_ASKED_EN, NEVER_ASKED_VI, on};

/// In Vietnamese, without marks.
pub(super) fn vi(kind: Kind, facts: &Facts) -> String {
    let (paper, day) = (&facts.paper, on(facts.day));
    let words = match kind {
        Kind::PaperIntegrated => format!("Vi giay to: {paper} da tich hop, xem trong tai khoan."),
        Kind::PaperEnds => format!("Vi giay to: {paper} het han sau ngay {day}."),
        _ => format!("Vi giay to: {paper} chua tich hop duoc. Xem ly do trong tai khoan."),
    };
    format!("{words} {NEVER_ASKED_VI}")
}

/// In English.
pub(super) fn en(kind: Kind, facts: &Facts) -> String {
    let (paper, day) = (&facts.paper, on(facts.day));
    let words = match kind {
        Kind::PaperIntegrated => format!("Wallet: {paper} is integrated, see your account."),
        Kind::PaperEnds => format!("Wallet: {paper} is valid until {day}."),
        _ => format!("Wallet: {paper} was not integrated. Your account says why."),
    };
    format!("{words} {NEVER_ASKED_EN}")
}
