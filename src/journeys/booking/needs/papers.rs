//! What to bring, in words.

use crate::i18n::{Key, keys::due, t};
use eid_domain::needs::{Need, Paper, PaperNeed};

/// A paper, and how much it is needed where that is not plainly "yes".
pub(super) fn words(one: PaperNeed) -> (&'static str, Option<&'static str>) {
    let need = match one.need {
        Need::Required => None,
        Need::IfThere => Some(due::PAPER_IF_THERE),
        Need::IfNotInDatabase => Some(due::PAPER_IF_NOT_IN_DATABASE),
        Need::Optional => Some(due::PAPER_OPTIONAL),
    };
    (t(key(one.paper)), need.map(t))
}

/// The same on one line.
pub(in super::super) fn line(one: PaperNeed) -> String {
    match words(one) {
        (paper, None) => paper.to_owned(),
        (paper, Some(need)) => format!("{paper} ({need})"),
    }
}

const fn key(paper: Paper) -> Key {
    match paper {
        Paper::OldCard => due::PAPER_OLD_CARD,
        Paper::OldCmnd => due::PAPER_OLD_CMND,
        Paper::ValidCard => due::PAPER_VALID_CARD,
        Paper::RepresentativeCard => due::PAPER_REPRESENTATIVE_CARD,
        Paper::ProofOfRelation => due::PAPER_PROOF_OF_RELATION,
        Paper::DataEvidence => due::PAPER_DATA_EVIDENCE,
        Paper::NationalityDecision => due::PAPER_NATIONALITY_DECISION,
        Paper::VietnamesePassport => due::PAPER_VIETNAMESE_PASSPORT,
        Paper::AddressAbroad => due::PAPER_ADDRESS_ABROAD,
        Paper::OwnPhone => due::PAPER_OWN_PHONE,
        Paper::RepresentativePhone => due::PAPER_REPRESENTATIVE_PHONE,
        Paper::PapersToLink => due::PAPER_PAPERS_TO_LINK,
        Paper::ExemptionProof => due::PAPER_EXEMPTION_PROOF,
        Paper::PopulationForm => due::PAPER_POPULATION_FORM,
        Paper::OriginPapers => due::PAPER_ORIGIN_PAPERS,
    }
}
