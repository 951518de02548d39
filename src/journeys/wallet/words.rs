//! States, reasons and steps in words.

use crate::components::TagKind;
use crate::i18n::{Key, keys::wallet as k};
use eid_domain::wallet::{Mark, Refusal, State, Step};

/// A state, and how it is shown.
pub(super) const fn state(state: State) -> (Key, TagKind) {
    match state {
        State::NotIntegrated => (k::STATE_NOT_INTEGRATED, TagKind::Plain),
        State::Waiting => (k::STATE_WAITING, TagKind::Info),
        State::Integrated => (k::STATE_INTEGRATED, TagKind::Ok),
        State::Refused => (k::STATE_REFUSED, TagKind::Danger),
        State::Expired => (k::STATE_EXPIRED, TagKind::Warning),
    }
}

/// How sure it is.
pub(super) const fn mark(mark: Mark) -> Key {
    match mark {
        Mark::Sure => k::MARK_SURE,
        Mark::Reported => k::MARK_REPORTED,
        Mark::Appendix => k::MARK_APPENDIX,
        Mark::Draft => k::MARK_DRAFT,
        Mark::Unverified => k::MARK_UNVERIFIED,
    }
}

/// Why an agency said no.
pub(super) const fn why(why: Refusal) -> Key {
    match why {
        Refusal::OldNumber => k::WHY_OLD_NUMBER,
        Refusal::NameDiffers => k::WHY_NAME_DIFFERS,
        Refusal::BirthDateDiffers => k::WHY_BIRTH_DATE_DIFFERS,
        Refusal::NotFound => k::WHY_NOT_FOUND,
        Refusal::Lapsed => k::WHY_LAPSED,
        Refusal::NotRegistered => k::WHY_NOT_REGISTERED,
        Refusal::TakenAway => k::WHY_TAKEN_AWAY,
        Refusal::Other => k::WHY_OTHER,
    }
}

/// What to do.
pub(super) const fn step(step: Step) -> Key {
    match step {
        Step::ConfirmOldNumber => k::STEP_CONFIRM_OLD_NUMBER,
        Step::Compare => k::STEP_COMPARE,
        Step::GoToAgency => k::STEP_GO_TO_AGENCY,
        Step::TellOffice => k::STEP_TELL_OFFICE,
        Step::Renew => k::STEP_RENEW,
        Step::HaveEntered => k::STEP_HAVE_ENTERED,
        Step::AskWhy => k::STEP_ASK_WHY,
        Step::HaveIt => k::STEP_HAVE_IT,
        Step::AskAgain => k::STEP_ASK_AGAIN,
    }
}
