//! What must be corrected, and papers that prove it, in words.

use crate::i18n::{keys::asked as k, t};
use eid_domain::intake::{Evidence, Fault};

/// What is wrong or missing.
pub fn fault_words(fault: Fault) -> &'static str {
    t(match fault {
        Fault::Name => k::FAULT_NAME,
        Fault::BirthDate => k::FAULT_BIRTH_DATE,
        Fault::Sex => k::FAULT_SEX,
        Fault::Origin => k::FAULT_ORIGIN,
        Fault::Residence => k::FAULT_RESIDENCE,
        Fault::Family => k::FAULT_FAMILY,
        Fault::NotThere => k::FAULT_NOT_THERE,
        Fault::Photo => k::FAULT_PHOTO,
        Fault::Biometrics => k::FAULT_BIOMETRICS,
        Fault::Other => k::FAULT_OTHER,
    })
}

/// A paper that proves it.
pub fn evidence_words(paper: Evidence) -> &'static str {
    t(match paper {
        Evidence::BirthCertificate => k::PAPER_BIRTH_CERTIFICATE,
        Evidence::CivilExtract => k::PAPER_CIVIL_EXTRACT,
        Evidence::ChangeDecision => k::PAPER_CHANGE_DECISION,
        Evidence::NationalityDecision => k::PAPER_NATIONALITY_DECISION,
        Evidence::ResidenceProof => k::PAPER_RESIDENCE_PROOF,
        Evidence::OldPaper => k::PAPER_OLD_PAPER,
        Evidence::None => k::PAPER_NONE,
    })
}
