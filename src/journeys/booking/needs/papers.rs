//! What to bring, in words.

use crate::i18n::{Key, keys::needs, t};
use eid_domain::needs::{Need, Paper, PaperNeed};

/// A paper, and how much it is needed where that is not plainly "yes".
pub(super) fn words(one: PaperNeed) -> (&'static str, Option<&'static str>) {
    let need = match one.need {
        Need::Required => None,
        Need::IfThere => Some(needs::PAPER_IF_THERE),
        Need::IfNotInDatabase => Some(needs::PAPER_IF_NOT_IN_DATABASE),
        Need::Optional => Some(needs::PAPER_OPTIONAL),
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
        Paper::OldCard => needs::PAPER_OLD_CARD,
        Paper::OldCmnd => needs::PAPER_OLD_CMND,
        Paper::ValidCard => needs::PAPER_VALID_CARD,
        Paper::RepresentativeCard => needs::PAPER_REPRESENTATIVE_CARD,
        Paper::ProofOfRelation => needs::PAPER_PROOF_OF_RELATION,
        Paper::DataEvidence => needs::PAPER_DATA_EVIDENCE,
        Paper::NationalityDecision => needs::PAPER_NATIONALITY_DECISION,
        Paper::VietnamesePassport => needs::PAPER_VIETNAMESE_PASSPORT,
        Paper::AddressAbroad => needs::PAPER_ADDRESS_ABROAD,
        Paper::OwnPhone => needs::PAPER_OWN_PHONE,
        Paper::RepresentativePhone => needs::PAPER_REPRESENTATIVE_PHONE,
        Paper::PapersToLink => needs::PAPER_PAPERS_TO_LINK,
        Paper::ExemptionProof => needs::PAPER_EXEMPTION_PROOF,
    }
}
