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

/// The words for an entry of the audit.
pub(super) fn event(action: &str) -> Key {
    match action.strip_prefix("account.").unwrap_or_default() {
        "signed_in" => k::EVENTS_SIGNED_IN,
        "signed_out" => k::EVENTS_SIGNED_OUT,
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
