//! Names of the domain in words.

use crate::i18n::{Key, Lang, keys::precheck, lang, t, tf};
use eid_domain::legal::{Act, LegalBasis};
use eid_domain::precheck::{AddressAnswer, Fixer, Mismatch, PaperKind, PhoneAnswer, Proof, Topic, Weight};

/// A paper.
pub(super) const fn kind(kind: PaperKind) -> Key {
    match kind {
        PaperKind::BirthCertificate => precheck::KIND_BIRTH_CERTIFICATE,
        PaperKind::IdentityCard => precheck::KIND_IDENTITY_CARD,
        PaperKind::Cmnd => precheck::KIND_CMND,
        PaperKind::Account => precheck::KIND_ACCOUNT,
        PaperKind::Household => precheck::KIND_HOUSEHOLD,
        PaperKind::Passport => precheck::KIND_PASSPORT,
        PaperKind::Other => precheck::KIND_OTHER,
    }
}

/// An answer about the addresses.
pub(super) const fn address(answer: AddressAnswer) -> Key {
    match answer {
        AddressAnswer::Skipped => precheck::ADDRESS_SKIPPED,
        AddressAnswer::Same => precheck::ADDRESS_SAME,
        AddressAnswer::OldLevels => precheck::ADDRESS_OLD_LEVELS,
        AddressAnswer::Moved => precheck::ADDRESS_MOVED,
        AddressAnswer::Abroad => precheck::ADDRESS_ABROAD,
    }
}

/// An answer about the phone.
pub(super) const fn phone(answer: PhoneAnswer) -> Key {
    match answer {
        PhoneAnswer::Skipped => precheck::PHONE_SKIPPED,
        PhoneAnswer::Own => precheck::PHONE_OWN,
        PhoneAnswer::Somebodys => precheck::PHONE_SOMEBODYS,
        PhoneAnswer::Unsure => precheck::PHONE_UNSURE,
        PhoneAnswer::Foreign => precheck::PHONE_FOREIGN,
    }
}

/// What was compared.
pub(super) const fn topic(topic: Topic) -> Key {
    match topic {
        Topic::Name => precheck::TOPIC_NAME,
        Topic::Birth => precheck::TOPIC_BIRTH,
        Topic::Number => precheck::TOPIC_NUMBER,
        Topic::Address => precheck::TOPIC_ADDRESS,
        Topic::Phone => precheck::TOPIC_PHONE,
    }
}

/// How much it matters.
pub(super) const fn weight(weight: Weight) -> Key {
    match weight {
        Weight::Fine => precheck::WEIGHT_FINE,
        Weight::Bring => precheck::WEIGHT_BRING,
        Weight::FixFirst => precheck::WEIGHT_FIX_FIRST,
    }
}

/// A paper to bring.
pub(super) const fn proof(proof: Proof) -> Key {
    match proof {
        Proof::BirthCertificate => precheck::PROOF_BIRTH_CERTIFICATE,
        Proof::CivilExtract => precheck::PROOF_CIVIL_EXTRACT,
        Proof::OldCard => precheck::PROOF_OLD_CARD,
        Proof::NumberConfirmation => precheck::PROOF_NUMBER_CONFIRMATION,
        Proof::Passport => precheck::PROOF_PASSPORT,
        Proof::AddressAbroad => precheck::PROOF_ADDRESS_ABROAD,
    }
}

/// Who puts it right.
pub(super) const fn fixer(fixer: Fixer) -> Key {
    match fixer {
        Fixer::IntakeOfficer => precheck::FIXER_INTAKE_OFFICER,
        Fixer::CommunePolice => precheck::FIXER_COMMUNE_POLICE,
        Fixer::CivilRegistry => precheck::FIXER_CIVIL_REGISTRY,
        Fixer::Issuer => precheck::FIXER_ISSUER,
        Fixer::Carrier => precheck::FIXER_CARRIER,
    }
}

/// The difference in a few words, and what it means.
pub(super) const fn mismatch(mismatch: Mismatch) -> (Key, Key) {
    match mismatch {
        Mismatch::Same => (precheck::WHAT_SAME, precheck::WHY_SAME),
        Mismatch::NameTonePlace => (precheck::WHAT_NAME_TONE_PLACE, precheck::WHY_NAME_TONE_PLACE),
        Mismatch::NameMarks => (precheck::WHAT_NAME_MARKS, precheck::WHY_NAME_MARKS),
        Mismatch::NameLetters => (precheck::WHAT_NAME_LETTERS, precheck::WHY_NAME_LETTERS),
        Mismatch::NameWordMissing => (precheck::WHAT_NAME_WORD_MISSING, precheck::WHY_NAME_WORD_MISSING),
        Mismatch::NameOrder => (precheck::WHAT_NAME_ORDER, precheck::WHY_NAME_ORDER),
        Mismatch::NameOther => (precheck::WHAT_NAME_OTHER, precheck::WHY_NAME_OTHER),
        Mismatch::BirthPartial => (precheck::WHAT_BIRTH_PARTIAL, precheck::WHY_BIRTH_PARTIAL),
        Mismatch::BirthSwapped => (precheck::WHAT_BIRTH_SWAPPED, precheck::WHY_BIRTH_SWAPPED),
        Mismatch::BirthOnePart => (precheck::WHAT_BIRTH_ONE_PART, precheck::WHY_BIRTH_ONE_PART),
        Mismatch::BirthOther => (precheck::WHAT_BIRTH_OTHER, precheck::WHY_BIRTH_OTHER),
        Mismatch::NumberOld => (precheck::WHAT_NUMBER_OLD, precheck::WHY_NUMBER_OLD),
        Mismatch::NumberSlip => (precheck::WHAT_NUMBER_SLIP, precheck::WHY_NUMBER_SLIP),
        Mismatch::NumberOther => (precheck::WHAT_NUMBER_OTHER, precheck::WHY_NUMBER_OTHER),
        Mismatch::NumberYear => (precheck::WHAT_NUMBER_YEAR, precheck::WHY_NUMBER_YEAR),
        Mismatch::AddressOldLevels => (
            precheck::WHAT_ADDRESS_OLD_LEVELS,
            precheck::WHY_ADDRESS_OLD_LEVELS,
        ),
        Mismatch::AddressMoved => (precheck::WHAT_ADDRESS_MOVED, precheck::WHY_ADDRESS_MOVED),
        Mismatch::AddressAbroad => (precheck::WHAT_ADDRESS_ABROAD, precheck::WHY_ADDRESS_ABROAD),
        Mismatch::PhoneSomebodys => (precheck::WHAT_PHONE_SOMEBODYS, precheck::WHY_PHONE_SOMEBODYS),
        Mismatch::PhoneUnsure => (precheck::WHAT_PHONE_UNSURE, precheck::WHY_PHONE_UNSURE),
        Mismatch::PhoneForeign => (precheck::WHAT_PHONE_FOREIGN, precheck::WHY_PHONE_FOREIGN),
    }
}

/// "điểm b khoản 1 Điều 24 Luật Căn cước 26/2023/QH15".
pub(super) fn law(basis: &LegalBasis) -> String {
    let number = basis.act.number();
    let act = t(if basis.act == Act::LawIdentification {
        precheck::LAW_IDENTIFICATION
    } else if number.contains("QH") {
        precheck::LAW_LAW
    } else if number.contains("NĐ-CP") {
        precheck::LAW_DECREE
    } else if number.contains("/TT-") {
        precheck::LAW_CIRCULAR
    } else {
        precheck::LAW_DECISION
    });
    let part = |key, n: Option<String>| n.map(|n| tf(key, &[("n", &n)]));
    let parts = [
        part(precheck::LAW_POINT, basis.point.map(|n| n.to_string())),
        part(precheck::LAW_CLAUSE, basis.clause.map(|n| n.to_string())),
        part(precheck::LAW_ARTICLE, basis.article.map(|n| n.to_string())),
        Some(format!("{act} {number}")),
    ];
    let mut parts: Vec<String> = parts.into_iter().flatten().collect();
    match lang() {
        Lang::Vi => parts.join(" "),
        Lang::En => {
            parts.reverse();
            parts.join(", ")
        }
    }
}
