//! What the owner of a wallet is told, or who represents a child of the child's. The paper's name is as long as it may be; why
//! it was refused stands on the page alone.

use super::{Facts, Kind, NEVER_ASKED_EN, NEVER_ASKED_VI, on};

/// In Vietnamese, without marks.
pub(super) fn vi(kind: Kind, facts: &Facts) -> String {
    let (paper, day) = (&facts.paper, on(facts.day));
    // A child's name takes the room of where to look.
    let (wallet, see, why) = match facts.child.as_str() {
        "" => (
            "Vi giay to".to_owned(),
            ", xem trong tai khoan",
            " Xem ly do trong tai khoan.",
        ),
        child => (format!("Vi cua {child}"), "", ""),
    };
    let words = match kind {
        Kind::PaperIntegrated => format!("{wallet}: {paper} da tich hop{see}."),
        Kind::PaperEnds => format!("{wallet}: {paper} het han sau ngay {day}."),
        _ => format!("{wallet}: {paper} chua tich hop duoc.{why}"),
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
