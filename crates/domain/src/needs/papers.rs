//! What to bring. The counter may not ask for papers that are already in the card or the account (Law
//! 118/2025/QH15).

use super::{
    DataRight, Holds, Outcome, Presence, Status,
    decide::{Decision, Person},
};
use crate::{reason::OldCard, str_enum::str_enum};
use serde::{Deserialize, Serialize};

str_enum! {
    /// A paper or thing to bring.
    pub enum Paper {
        /// The old card.
        OldCard = "old_card",
        /// The old CMND.
        OldCmnd = "old_cmnd",
        /// The valid card the account is for.
        ValidCard = "valid_card",
        /// The representative's own card.
        RepresentativeCard = "representative_card",
        /// Proof that the representative is one: birth certificate, decision on guardianship.
        ProofOfRelation = "proof_of_relation",
        /// Proof of the right data: birth certificate, extract of the civil register, decision.
        DataEvidence = "data_evidence",
        /// Decision that nationality was regained.
        NationalityDecision = "nationality_decision",
        /// Vietnamese passport or another Vietnamese paper.
        VietnamesePassport = "vietnamese_passport",
        /// Address abroad, and where the person stays in Viet Nam.
        AddressAbroad = "address_abroad",
        /// Own phone with a SIM in the person's own name.
        OwnPhone = "own_phone",
        /// The representative's phone: its number is used for a minor.
        RepresentativePhone = "representative_phone",
        /// Papers to link with the account: driving licence, health insurance, vehicle registration.
        PapersToLink = "papers_to_link",
        /// Proof of what frees from the fee.
        ExemptionProof = "exemption_proof",
        /// Form DC01, for who is not in the population database yet (Decision 5710/QĐ-BCA-C06).
        PopulationForm = "population_form",
        /// Papers that show who somebody of Vietnamese origin is and descends from.
        OriginPapers = "origin_papers",
    }
}

str_enum! {
    /// How much it is needed.
    pub enum Need {
        /// Must be brought.
        Required = "required",
        /// If it is still there.
        IfThere = "if_there",
        /// Only where the population database does not show it.
        IfNotInDatabase = "if_not_in_database",
        /// Where the person likes.
        Optional = "optional",
    }
}

/// A paper and how much it is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PaperNeed {
    /// What.
    pub paper: Paper,
    /// How much.
    pub need: Need,
}

/// For an identity certificate (Decision 5710/QĐ-BCA-C06); form CC01 is printed at the counter.
pub(super) fn papers_for_certificate() -> Vec<PaperNeed> {
    let papers = [
        (Paper::PopulationForm, Need::IfNotInDatabase),
        (Paper::OriginPapers, Need::IfThere),
    ];
    papers.map(|(paper, need)| PaperNeed { paper, need }).to_vec()
}

pub(super) fn papers(decision: &Decision, person: &Person, presence: Presence) -> Vec<PaperNeed> {
    if !decision.outcome.is_visit() {
        return Vec::new();
    }
    let mut list = Vec::new();
    let mut add = |paper, need| list.push(PaperNeed { paper, need });
    match (
        person.holds,
        decision.outcome.reason().map(|reason| reason.old_card()),
    ) {
        (Holds::Cmnd, _) => add(Paper::OldCmnd, Need::IfThere),
        (_, Some(OldCard::HandIn)) => add(Paper::OldCard, Need::Required),
        (_, Some(OldCard::HandInIfThere)) => add(Paper::OldCard, Need::IfThere),
        (_, Some(OldCard::None)) => {}
        (_, None) => add(Paper::ValidCard, Need::Required),
    }
    let represented = matches!(
        presence,
        Presence::PersonWithRepresentative | Presence::RepresentativeAlone
    );
    if represented {
        add(Paper::RepresentativeCard, Need::Required);
        add(Paper::ProofOfRelation, Need::IfNotInDatabase);
    }
    match decision.data_right {
        DataRight::No => add(Paper::DataEvidence, Need::Required),
        DataRight::Unsure => add(Paper::DataEvidence, Need::IfNotInDatabase),
        DataRight::Yes => {}
    }
    match person.status {
        Status::RegainedNationality => add(Paper::NationalityDecision, Need::Required),
        Status::CitizenAbroad => {
            add(Paper::VietnamesePassport, Need::Required);
            add(Paper::AddressAbroad, Need::Required);
        }
        _ => {}
    }
    if decision.account {
        add(
            if represented {
                Paper::RepresentativePhone
            } else {
                Paper::OwnPhone
            },
            Need::Required,
        );
        add(Paper::PapersToLink, Need::Optional);
    }
    if !decision.exemptions.is_empty() && decision.outcome != Outcome::AccountOnly {
        add(Paper::ExemptionProof, Need::IfNotInDatabase);
    }
    list
}
