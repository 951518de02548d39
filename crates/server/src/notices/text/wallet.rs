//! What the owner of a wallet is told, or who represents a child of the child's. The paper's name is as long as it may be; why
//! it was refused stands on the page alone.

use super::{Facts, Kind, NEVER_ASKED_EN, NEVER_ASKED_VI, on};

/// In Vietnamese.
pub(super) fn vi(kind: Kind, facts: &Facts) -> String {
    let (paper, day) = (&facts.paper, on(facts.day));
    // A child's name takes the room of where to look.
    let (wallet, see, why) = match facts.child.as_str() {
        "" => (
            "Ví giấy tờ".to_owned(),
            ", xem trong tài khoản",
            " Xem lý do trong tài khoản.",
        ),
        child => (format!("Ví của {child}"), "", ""),
    };
    let words = match kind {
        Kind::PaperIntegrated => format!("{wallet}: {paper} đã tích hợp{see}."),
        Kind::PaperEnds => format!("{wallet}: {paper} hết hạn sau ngày {day}."),
        _ => format!("{wallet}: {paper} chưa tích hợp được.{why}"),
    };
    format!("{words} {NEVER_ASKED_VI}")
}

/// In English.
pub(super) fn en(kind: Kind, facts: &Facts) -> String {
    let (paper, day) = (&facts.paper, on(facts.day));
    let (wallet, see, why) = match facts.child.as_str() {
        "" => (
            "Wallet".to_owned(),
            ", see your account",
            " Your account says why.",
        ),
        child => (format!("Wallet of {child}"), "", ""),
    };
    let words = match kind {
        Kind::PaperIntegrated => format!("{wallet}: {paper} is integrated{see}."),
        Kind::PaperEnds => format!("{wallet}: {paper} is valid until {day}."),
        _ => format!("{wallet}: {paper} was not integrated.{why}"),
    };
    format!("{words} {NEVER_ASKED_EN}")
}
