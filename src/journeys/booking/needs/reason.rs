//! What will be done, in words.

use crate::i18n::{Key, keys::needs, t};
use eid_domain::booking::Service;
use eid_domain::reason::Reason;

/// The ground of a visit; without one it is for the account.
pub(in super::super) fn reason_words(reason: Option<Reason>) -> &'static str {
    t(reason.map_or(needs::REASON_ACCOUNT, key))
}

/// What the visit is for.
pub(in super::super) fn service_words(service: Service) -> &'static str {
    t(match service {
        Service::Card => needs::SERVICE_CARD,
        Service::CardAndAccount => needs::SERVICE_CARD_AND_ACCOUNT,
        Service::Account => needs::SERVICE_ACCOUNT,
    })
}

const fn key(reason: Reason) -> Key {
    match reason {
        Reason::New14 => needs::REASON_NEW_14,
        Reason::New6To14 => needs::REASON_NEW_6_14,
        Reason::NewUnder6 => needs::REASON_NEW_U6,
        Reason::FromCccd => needs::REASON_EX_FROM_CCCD,
        Reason::FromCmnd => needs::REASON_EX_FROM_CMND,
        Reason::Age => needs::REASON_EX_AGE,
        Reason::NameOrBirth => needs::REASON_EX_NAME_DOB,
        Reason::Appearance => needs::REASON_EX_APPEARANCE,
        Reason::PrintError => needs::REASON_EX_PRINT_ERROR,
        Reason::AdminUnit => needs::REASON_EX_ADMIN_UNIT,
        Reason::NewNumber => needs::REASON_EX_NEW_NUMBER,
        Reason::Request => needs::REASON_EX_REQUEST,
        Reason::Lost => needs::REASON_RE_LOST,
        Reason::Damaged => needs::REASON_RE_DAMAGED,
        Reason::Nationality => needs::REASON_RE_NATIONALITY,
    }
}
