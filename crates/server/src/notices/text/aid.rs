//! What people on a list of social assistance are told. Whoever else reads it must not learn that they are on one.

use super::{Facts, NEVER_ASKED_EN, NEVER_ASKED_VI};
use eid_domain::aid::Missing;

/// In Vietnamese, without marks.
pub(super) fn vi(facts: &Facts) -> String {
    let words = match facts.missing {
        Some(Missing::Account) => "moi ban lam va kich hoat tai khoan dinh danh muc do 2, khong mat phi",
        Some(Missing::Payout) => {
            "moi ban dang nhap, vao muc Tro giup xa hoi de lien ket tai khoan ngan hang hoac vi"
        }
        Some(Missing::Card) | None => "moi ban dat lich lam the can cuoc, mien le phi cho nguoi thuoc dien",
    };
    format!("{}: {words}. {NEVER_ASKED_VI}", facts.office)
}

/// In English.
pub(super) fn en(facts: &Facts) -> String {
    let words = match facts.missing {
        Some(Missing::Account) => "please register and activate a level 2 account, free of charge",
        Some(Missing::Payout) => "please sign in and link a bank account or wallet under Social assistance",
        Some(Missing::Card) | None => "please book a visit for your identity card; no fee for who is exempt",
    };
    format!("{}: {words}. {NEVER_ASKED_EN}", facts.office)
}
