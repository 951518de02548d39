//! Names of the domain in words for people. A new name does not compile until it has its words.

use crate::i18n::{Key, keys::tracking as k, t};
use eid_domain::booking::Service;
use eid_domain::dossier::{Actor, StageKind, Stop};
use eid_domain::fee::Exemption;
use eid_domain::needs::{Need, Paper, PaperNeed};
use eid_domain::reason::Reason;

/// What is asked for, with its ground.
pub(super) fn request(service: Service, reason: Option<Reason>) -> String {
    let service = t(match service {
        Service::Card => k::SERVICE_CARD,
        Service::CardAndAccount => k::SERVICE_CARD_AND_ACCOUNT,
        Service::Account => k::SERVICE_ACCOUNT,
    });
    reason.map_or_else(
        || service.to_owned(),
        |reason| format!("{service} – {}", t(ground(reason))),
    )
}

const fn ground(reason: Reason) -> Key {
    match reason {
        Reason::New14 => k::REASON_NEW_14,
        Reason::New6To14 => k::REASON_NEW_6_14,
        Reason::NewUnder6 => k::REASON_NEW_U6,
        Reason::FromCccd => k::REASON_EX_FROM_CCCD,
        Reason::FromCmnd => k::REASON_EX_FROM_CMND,
        Reason::Age => k::REASON_EX_AGE,
        Reason::NameOrBirth => k::REASON_EX_NAME_DOB,
        Reason::Appearance => k::REASON_EX_APPEARANCE,
        Reason::PrintError => k::REASON_EX_PRINT_ERROR,
        Reason::AdminUnit => k::REASON_EX_ADMIN_UNIT,
        Reason::NewNumber => k::REASON_EX_NEW_NUMBER,
        Reason::Request => k::REASON_EX_REQUEST,
        Reason::Lost => k::REASON_RE_LOST,
        Reason::Damaged => k::REASON_RE_DAMAGED,
        Reason::Nationality => k::REASON_RE_NATIONALITY,
    }
}

/// "CMND cũ (nếu còn)".
pub(super) fn paper(need: PaperNeed) -> String {
    let paper = t(match need.paper {
        Paper::OldCard => k::PAPER_OLD_CARD,
        Paper::OldCmnd => k::PAPER_OLD_CMND,
        Paper::ValidCard => k::PAPER_VALID_CARD,
        Paper::RepresentativeCard => k::PAPER_REPRESENTATIVE_CARD,
        Paper::ProofOfRelation => k::PAPER_PROOF_OF_RELATION,
        Paper::DataEvidence => k::PAPER_DATA_EVIDENCE,
        Paper::NationalityDecision => k::PAPER_NATIONALITY_DECISION,
        Paper::VietnamesePassport => k::PAPER_VIETNAMESE_PASSPORT,
        Paper::AddressAbroad => k::PAPER_ADDRESS_ABROAD,
        Paper::OwnPhone => k::PAPER_OWN_PHONE,
        Paper::RepresentativePhone => k::PAPER_REPRESENTATIVE_PHONE,
        Paper::PapersToLink => k::PAPER_PAPERS_TO_LINK,
        Paper::ExemptionProof => k::PAPER_EXEMPTION_PROOF,
        Paper::PopulationForm => k::PAPER_POPULATION_FORM,
        Paper::OriginPapers => k::PAPER_ORIGIN_PAPERS,
    });
    match need.need {
        Need::Required => paper.to_owned(),
        Need::IfThere => format!("{paper} ({})", t(k::NEED_IF_THERE)),
        Need::IfNotInDatabase => format!("{paper} ({})", t(k::NEED_IF_NOT_IN_DATABASE)),
        Need::Optional => format!("{paper} ({})", t(k::NEED_OPTIONAL)),
    }
}

/// What frees from the fee.
pub(super) const fn exemption(exemption: Exemption) -> Key {
    match exemption {
        Exemption::Disability => k::EXEMPT_DISABILITY,
        Exemption::Merit => k::EXEMPT_MERIT,
        Exemption::EthnicMinority => k::EXEMPT_ETHNIC_MINORITY,
        Exemption::BorderOrIsland => k::EXEMPT_BORDER_OR_ISLAND,
        Exemption::PoorHousehold => k::EXEMPT_POOR_HOUSEHOLD,
    }
}

/// Who acts.
pub(super) fn who(actor: Actor) -> &'static str {
    t(match actor {
        Actor::Citizen => k::WHO_CITIZEN,
        Actor::HelpDesk => k::WHO_HELP_DESK,
        Actor::Officer => k::WHO_OFFICER,
        Actor::System => k::WHO_SYSTEM,
        Actor::Ministry => k::WHO_MINISTRY,
        Actor::Post => k::WHO_POST,
    })
}

/// A stage of the timeline.
pub(super) fn stage(kind: StageKind) -> &'static str {
    t(match kind {
        StageKind::Booked => k::STAGE_BOOKED,
        StageKind::Attended => k::STAGE_ATTENDED,
        StageKind::Received => k::STAGE_RECEIVED,
        StageKind::Sent => k::STAGE_SENT,
        StageKind::Approved => k::STAGE_APPROVED,
        StageKind::Printed => k::STAGE_PRINTED,
        StageKind::OnTheWay => k::STAGE_ON_THE_WAY,
        StageKind::AtOffice => k::STAGE_AT_OFFICE,
        StageKind::Notified => k::STAGE_NOTIFIED,
        StageKind::WithPost => k::STAGE_WITH_POST,
        StageKind::HandedOver => k::STAGE_HANDED_OVER,
        StageKind::AccountApproved => k::STAGE_ACCOUNT_APPROVED,
        StageKind::AccountActivated => k::STAGE_ACCOUNT_ACTIVATED,
    })
}

/// Why the way ended at a stage.
pub(super) fn stop(why: Stop) -> &'static str {
    t(match why {
        Stop::NoShow => k::STOP_NO_SHOW,
        Stop::Refused => k::STOP_REFUSED,
        Stop::Cancelled => k::STOP_CANCELLED,
        Stop::Expired => k::STOP_EXPIRED,
        Stop::AccountRefused => k::STOP_ACCOUNT_REFUSED,
    })
}
