//! States, grounds and roles in the words of the counter.

use crate::api::ApiError;
use crate::components::TagKind;
use crate::i18n::{Key, Lang, keys::desk as k, keys::staff_lock as lock, lang, t};
use eid_domain::account::{LockReason, State as Account};
use eid_domain::booking::Service;
use eid_domain::dossier::{Actor, State as S};
use eid_domain::office::Localised;
use eid_domain::problem::ProblemCode;
use eid_domain::reason::Reason as R;
use eid_domain::wire::desk::{LookReason, Role};

/// A text of two languages in the one that is shown.
pub(super) fn localised(text: &Localised) -> String {
    match lang() {
        Lang::Vi => text.vi.clone(),
        Lang::En => text.en.clone(),
    }
}

/// Where a dossier stands.
pub(super) fn state(state: S) -> &'static str {
    t(match state {
        S::Draft => k::STATE_DRAFT,
        S::Submitted => k::STATE_SUBMITTED,
        S::Booked => k::STATE_BOOKED,
        S::NoShow => k::STATE_NO_SHOW,
        S::CheckedIn => k::STATE_CHECKED_IN,
        S::InIntake => k::STATE_IN_INTAKE,
        S::DataCorrection => k::STATE_DATA_CORRECTION,
        S::Received => k::STATE_RECEIVED,
        S::SentToMinistry => k::STATE_SENT_TO_MINISTRY,
        S::InReview => k::STATE_IN_REVIEW,
        S::NeedsCorrection => k::STATE_NEEDS_CORRECTION,
        S::Approved => k::STATE_APPROVED,
        S::Printed => k::STATE_PRINTED,
        S::InTransit => k::STATE_IN_TRANSIT,
        S::AtOffice => k::STATE_AT_OFFICE,
        S::Notified => k::STATE_NOTIFIED,
        S::WithPost => k::STATE_WITH_POST,
        S::ReturnedByPost => k::STATE_RETURNED_BY_POST,
        S::Unclaimed => k::STATE_UNCLAIMED,
        S::HandedOver => k::STATE_HANDED_OVER,
        S::Completed => k::STATE_COMPLETED,
        S::Refused => k::STATE_REFUSED,
        S::Cancelled => k::STATE_CANCELLED,
        S::Expired => k::STATE_EXPIRED,
    })
}

/// The colour that helps the words.
pub(super) const fn state_kind(state: S) -> TagKind {
    match state {
        S::CheckedIn | S::DataCorrection | S::NeedsCorrection | S::ReturnedByPost | S::Unclaimed => {
            TagKind::Warning
        }
        S::InIntake
        | S::Received
        | S::SentToMinistry
        | S::InReview
        | S::Approved
        | S::Printed
        | S::InTransit
        | S::AtOffice
        | S::Notified
        | S::WithPost => TagKind::Info,
        S::HandedOver | S::Completed => TagKind::Ok,
        S::Refused | S::Expired => TagKind::Danger,
        S::Draft | S::Submitted | S::Booked | S::NoShow | S::Cancelled => TagKind::Plain,
    }
}

/// What the visit is for.
pub(super) fn service(service: Service) -> &'static str {
    t(match service {
        Service::Card => k::SERVICE_CARD,
        Service::CardAndAccount => k::SERVICE_CARD_AND_ACCOUNT,
        Service::Account => k::SERVICE_ACCOUNT,
    })
}

/// The same for lists, where every word costs a line.
pub(super) fn service_short(service: Service) -> &'static str {
    t(match service {
        Service::Card => k::SERVICE_SHORT_CARD,
        Service::CardAndAccount => k::SERVICE_SHORT_CARD_AND_ACCOUNT,
        Service::Account => k::SERVICE_SHORT_ACCOUNT,
    })
}

/// The legal ground.
pub(super) fn reason(reason: R) -> &'static str {
    t(match reason {
        R::New14 => k::REASON_NEW_14,
        R::New6To14 => k::REASON_NEW_6_14,
        R::NewUnder6 => k::REASON_NEW_U6,
        R::FromCccd => k::REASON_FROM_CCCD,
        R::FromCmnd => k::REASON_FROM_CMND,
        R::Age => k::REASON_AGE,
        R::NameOrBirth => k::REASON_NAME_OR_BIRTH,
        R::Appearance => k::REASON_APPEARANCE,
        R::PrintError => k::REASON_PRINT_ERROR,
        R::AdminUnit => k::REASON_ADMIN_UNIT,
        R::NewNumber => k::REASON_NEW_NUMBER,
        R::Request => k::REASON_REQUEST,
        R::Lost => k::REASON_LOST,
        R::Damaged => k::REASON_DAMAGED,
        R::Nationality => k::REASON_NATIONALITY,
    })
}

/// Where the account stands.
pub(super) fn account(state: Account) -> &'static str {
    t(match state {
        Account::None => k::ACCOUNT_NONE,
        Account::L1Active => k::ACCOUNT_L1_ACTIVE,
        Account::L2Requested => k::ACCOUNT_L2_REQUESTED,
        Account::L2Review => k::ACCOUNT_L2_REVIEW,
        Account::L2Refused => k::ACCOUNT_L2_REFUSED,
        Account::L2Approved => k::ACCOUNT_L2_APPROVED,
        Account::L2Overdue => k::ACCOUNT_L2_OVERDUE,
        Account::L2Active => k::ACCOUNT_L2_ACTIVE,
        Account::DeviceReset => k::ACCOUNT_DEVICE_RESET,
        Account::Locked => k::ACCOUNT_LOCKED,
    })
}

/// A member of staff's part.
pub(super) fn role(role: Role) -> &'static str {
    t(match role {
        Role::HelpDesk => k::ROLE_HELP_DESK,
        Role::IntakeOfficer => k::ROLE_INTAKE_OFFICER,
        Role::OfficeManager => k::ROLE_OFFICE_MANAGER,
        Role::Auditor => k::ROLE_AUDITOR,
        Role::Administrator => k::ROLE_ADMINISTRATOR,
    })
}

/// Who moved a dossier; nothing for a word that is none of ours.
pub(super) fn actor(word: &str) -> &'static str {
    Actor::parse(word).map_or("", |actor| {
        t(match actor {
            Actor::Citizen => k::ACTOR_CITIZEN,
            Actor::HelpDesk => k::ACTOR_HELP_DESK,
            Actor::Officer => k::ACTOR_OFFICER,
            Actor::System => k::ACTOR_SYSTEM,
            Actor::Ministry => k::ACTOR_MINISTRY,
            Actor::Post => k::ACTOR_POST,
        })
    })
}

/// A failure in words; those that mean something else at the desk than elsewhere have words of their own.
pub(super) fn failure(error: &ApiError) -> String {
    if error.is(ProblemCode::ChangeNotAllowed) {
        t(k::TOO_EARLY).to_owned()
    } else {
        error.words()
    }
}

/// Why a person's data is looked at, with its value in a form.
pub(super) const fn look(reason: LookReason) -> (&'static str, Key) {
    match reason {
        LookReason::AtCounter => ("at_counter", k::LOOK_AT_COUNTER),
        LookReason::CallBack => ("call_back", k::LOOK_CALL_BACK),
        LookReason::Correction => ("correction", k::LOOK_CORRECTION),
        LookReason::HandOver => ("hand_over", k::LOOK_HAND_OVER),
    }
}

/// The words of why an account is locked.
pub(super) const fn lock(reason: LockReason) -> Key {
    match reason {
        LockReason::OwnRequest => lock::REASON_OWN_REQUEST,
        LockReason::TermsBroken => lock::REASON_TERMS_BROKEN,
        LockReason::CardRevoked => lock::REASON_CARD_REVOKED,
        LockReason::CardKept => lock::REASON_CARD_KEPT,
        LockReason::CardExpired => lock::REASON_CARD_EXPIRED,
        LockReason::Death => lock::REASON_DEATH,
        LockReason::AuthorityRequest => lock::REASON_AUTHORITY_REQUEST,
        LockReason::Closed => lock::REASON_CLOSED,
    }
}
