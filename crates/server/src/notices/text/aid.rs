//! What people on a list of social assistance are told. Whoever else reads it must not learn that they are on one.

use super::{Facts, NEVER_ASKED_EN, NEVER_ASKED_VI};
use eid_domain::aid::Missing;

/// In Vietnamese.
pub(super) fn vi(facts: &Facts) -> String {
    let words = match facts.missing {
        Some(Missing::Account) => "mời bạn làm và kích hoạt tài khoản định danh mức độ 2, không mất phí",
        Some(Missing::Payout) => {
            "mời bạn đăng nhập, vào mục Trợ giúp xã hội để liên kết tài khoản ngân hàng hoặc ví"
        }
        Some(Missing::Card) | None => "mời bạn đặt lịch làm thẻ căn cước, miễn lệ phí cho người thuộc diện",
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
