//! Reasons and hours in words.

use crate::components::Choice;
use crate::i18n::{Key, keys::stay as k, t};
use eid_domain::stay::{StayReason, StayWithdrawal};

pub(super) const fn reason(reason: StayReason) -> Key {
    match reason {
        StayReason::Family => k::REASON_FAMILY,
        StayReason::Work => k::REASON_WORK,
        StayReason::Study => k::REASON_STUDY,
        StayReason::Treatment => k::REASON_TREATMENT,
        StayReason::Tourism => k::REASON_TOURISM,
        StayReason::Other => k::REASON_OTHER,
    }
}

pub(super) const fn withdrawal(reason: StayWithdrawal) -> Key {
    match reason {
        StayWithdrawal::NotCome => k::WITHDRAW_NOT_COME,
        StayWithdrawal::Mistake => k::WITHDRAW_MISTAKE,
        StayWithdrawal::Repeated => k::WITHDRAW_REPEATED,
    }
}

/// The reasons of a stay, to choose from.
pub(super) fn reasons() -> Vec<(String, String)> {
    let all = StayReason::ALL.iter();
    let all = all.map(|one| (one.as_str().to_owned(), t(reason(*one)).to_owned()));
    std::iter::once((String::new(), t(k::CHOOSE).to_owned()))
        .chain(all)
        .collect()
}

/// The reasons of a withdrawal, to choose from.
pub(super) fn withdrawals() -> Vec<Choice> {
    let all = StayWithdrawal::ALL.iter();
    all.map(|one| Choice::new(one.as_str(), t(withdrawal(*one))))
        .collect()
}

/// A field's label, for what is missing.
pub(super) fn label(field: &str) -> &'static str {
    t(match field {
        "full_name" => k::NAME,
        "personal_number" => k::NUMBER,
        "birth_date" => k::BIRTH,
        "reason" => k::REASON,
        "arrives" => k::ARRIVES,
        "leaves" => k::LEAVES,
        "commune_code" => k::COMMUNE,
        _ => k::LINE,
    })
}
