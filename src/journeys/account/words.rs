//! States and events in words.

use crate::components::TagKind;
use crate::i18n::{Key, keys::account as k};
use eid_domain::account::State;

/// The words for a state and how it is shown.
pub(super) const fn state(state: State) -> (Key, TagKind) {
    match state {
        State::None => (k::STATE_NONE, TagKind::Plain),
        State::L1Active => (k::STATE_L1_ACTIVE, TagKind::Ok),
        State::L2Requested => (k::STATE_L2_REQUESTED, TagKind::Info),
        State::L2Review => (k::STATE_L2_REVIEW, TagKind::Info),
        State::L2Refused => (k::STATE_L2_REFUSED, TagKind::Danger),
        State::L2Approved => (k::STATE_L2_APPROVED, TagKind::Warning),
        State::L2Overdue => (k::STATE_L2_OVERDUE, TagKind::Warning),
        State::L2Active => (k::STATE_L2_ACTIVE, TagKind::Ok),
        State::DeviceReset => (k::STATE_DEVICE_RESET, TagKind::Warning),
        State::Locked => (k::STATE_LOCKED, TagKind::Danger),
    }
}

/// Whether somebody else may have done it: then "this was not me" stands beside it.
pub(super) fn may_be_foreign(action: &str) -> bool {
    matches!(
        action.strip_prefix("account.").unwrap_or_default(),
        "signed_in"
            | "signed_in_by_passkey"
            | "sign_in_refused"
            | "code_sent"
            | "device_code"
            | "device_changed"
            | "password_reset"
            | "passcode_reset"
            | "phone_changed"
            | "secrets_reset"
            | "data_exported"
            | "paper_asked"
            | "paper_removed"
            | "passkey_added"
            | "passkey_removed"
            | "passkey_cloned"
            | "payout_linked"
            | "payout_removed"
            | "helper_asked"
            | "helper_began"
            | "helper_look"
            | "session_ended"
            | "sessions_ended"
            | "unlocked"
            | "l2_active"
    )
}

/// The words for an entry of the audit.
pub(super) fn event(action: &str) -> Key {
    match action.strip_prefix("account.").unwrap_or_default() {
        "signed_in" => k::EVENTS_SIGNED_IN,
        "signed_in_by_passkey" => k::EVENTS_SIGNED_IN_BY_PASSKEY,
        "sign_in_refused" => k::EVENTS_SIGN_IN_REFUSED,
        "code_sent" => k::EVENTS_CODE_SENT,
        "device_code" => k::EVENTS_DEVICE_CODE,
        "device_changed" => k::EVENTS_DEVICE_CHANGED,
        "password_reset" => k::EVENTS_PASSWORD_RESET,
        "paper_asked" => k::EVENTS_PAPER_ASKED,
        "paper_withdrawn" => k::EVENTS_PAPER_WITHDRAWN,
        "paper_removed" => k::EVENTS_PAPER_REMOVED,
        "paper_integrated" => k::EVENTS_PAPER_INTEGRATED,
        "paper_refused" => k::EVENTS_PAPER_REFUSED,
        "paper_ends" => k::EVENTS_PAPER_ENDS,
        "paper_expired" => k::EVENTS_PAPER_EXPIRED,
        "paper_mismatch" => k::EVENTS_PAPER_MISMATCH,
        "passkey_added" => k::EVENTS_PASSKEY_ADDED,
        "passkey_removed" => k::EVENTS_PASSKEY_REMOVED,
        "passkey_cloned" => k::EVENTS_PASSKEY_CLONED,
        "handed_over" => k::EVENTS_HANDED_OVER,
        "child_consented" => k::EVENTS_CHILD_CONSENTED,
        "child_consent_withdrawn" => k::EVENTS_CHILD_CONSENT_WITHDRAWN,
        "child_seen" => k::EVENTS_CHILD_SEEN,
        "child_shown" => k::EVENTS_CHILD_SHOWN,
        "payout_linked" => k::EVENTS_PAYOUT_LINKED,
        "stay_declared" => k::EVENTS_STAY_DECLARED,
        "stay_withdrawn" => k::EVENTS_STAY_WITHDRAWN,
        "payout_removed" => k::EVENTS_PAYOUT_REMOVED,
        "session_ended" => k::EVENTS_SESSION_ENDED,
        "sessions_ended" => k::EVENTS_SESSIONS_ENDED,
        "unlocked" => k::EVENTS_UNLOCKED,
        "reopened" => k::EVENTS_REOPENED,
        "not_me" => k::EVENTS_NOT_ME,
        "passcode_reset" => k::EVENTS_PASSCODE_RESET,
        "phone_changed" => k::EVENTS_PHONE_CHANGED,
        "secrets_reset" => k::EVENTS_SECRETS_RESET,
        "data_exported" => k::EVENTS_DATA_EXPORTED,
        "closed" => k::EVENTS_CLOSED,
        "helper_asked" => k::EVENTS_HELPER_ASKED,
        "helper_began" => k::EVENTS_HELPER_BEGAN,
        "helper_look" => k::EVENTS_HELPER_LOOK,
        "helper_ended" => k::EVENTS_HELPER_ENDED,
        name => match State::parse(name) {
            Some(State::L1Active) => k::EVENTS_L1_ACTIVE,
            Some(State::L2Requested) => k::EVENTS_L2_REQUESTED,
            Some(State::L2Review) => k::EVENTS_L2_REVIEW,
            Some(State::L2Refused) => k::EVENTS_L2_REFUSED,
            Some(State::L2Approved) => k::EVENTS_L2_APPROVED,
            Some(State::L2Overdue) => k::EVENTS_L2_OVERDUE,
            Some(State::L2Active) => k::EVENTS_L2_ACTIVE,
            Some(State::DeviceReset) => k::EVENTS_DEVICE_RESET,
            Some(State::Locked) => k::EVENTS_LOCKED,
            Some(State::None) | None => k::EVENTS_OTHER,
        },
    }
}

/// Two groups of three are read aloud without a slip.
pub(super) fn spaced(code: &str) -> String {
    let (one, other) = code.split_at_checked(3).unwrap_or((code, ""));
    format!("{one} {other}")
}
