//! From two papers to findings.

use super::{
    AddressAnswer, Finding, Fixer, Mismatch, PaperKind, PaperSide, PhoneAnswer, Proof, SideNumber, Topic,
    Weight, birth, name, number,
};
use crate::legal::{Act, LegalBasis};

/// All that is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The first paper.
    pub a: PaperSide,
    /// The second one.
    pub b: PaperSide,
    /// Their addresses.
    pub address: AddressAnswer,
    /// The phone.
    pub phone: PhoneAnswer,
}

/// Everything that could be compared, the heaviest first. Empty where the papers have nothing in common to compare.
#[must_use]
pub fn compare(pair: &Pair) -> Vec<Finding> {
    let Pair { a, b, .. } = pair;
    let mut found = Vec::new();
    if let (Some(one), Some(other)) = (&a.name, &b.name) {
        found.push(about_person(pair, Topic::Name, name::compare(one, other)));
    }
    if let (Some(one), Some(other)) = (&a.birth, &b.birth) {
        found.push(about_person(pair, Topic::Birth, birth::compare(one, other)));
    }
    if let (Some(one), Some(other)) = (&a.number, &b.number) {
        found.push(about_number(number::compare(one, other)));
    }
    // On its own paper, or beside the date of the other one.
    let year = [a, b].iter().any(|side| {
        let number = side.number.as_ref();
        let birth = side.birth.as_ref().or(a.birth.as_ref()).or(b.birth.as_ref());
        matches!((number, birth), (Some(SideNumber::Personal(number)), Some(birth)) if number::year_differs(number, birth))
    });
    if year {
        found.push(about_number(Mismatch::NumberYear));
    }
    found.extend(address(pair.address));
    found.extend(phone(pair.phone));
    crate::order::by_key(&mut found, |finding| std::cmp::Reverse(finding.weight));
    found
}

const LAW: Act = Act::LawIdentification;

/// Name and date of birth: the birth certificate is the root; what differs from it is put right where it is kept.
fn about_person(pair: &Pair, topic: Topic, mismatch: Mismatch) -> Finding {
    let mut finding = Finding {
        topic,
        mismatch,
        weight: Weight::Fine,
        proofs: Vec::new(),
        fixers: Vec::new(),
        legal: Vec::new(),
    };
    match mismatch {
        Mismatch::Same | Mismatch::NameTonePlace => return finding,
        _ => {}
    }
    finding.proofs = vec![Proof::BirthCertificate, Proof::CivilExtract];
    finding.fixers = fixers(pair);
    // Only papers that show the population database stop the card; others are put right afterwards, with the card.
    let of_police = |side: &PaperSide| {
        matches!(
            side.kind,
            PaperKind::IdentityCard | PaperKind::Account | PaperKind::Household
        )
    };
    finding.weight = if of_police(&pair.a) || of_police(&pair.b) {
        Weight::FixFirst
    } else {
        Weight::Bring
    };
    finding.legal = vec![
        LegalBasis::article(Act::Decree70, 6),
        LegalBasis::act(Act::Decision5710),
    ];
    let card = [&pair.a, &pair.b]
        .iter()
        .any(|side| side.kind == PaperKind::IdentityCard);
    if card {
        finding.legal.insert(0, LegalBasis::point(LAW, 24, 1, 'b'));
    }
    finding
}

fn fixers(pair: &Pair) -> Vec<Fixer> {
    let has = |kind: PaperKind| pair.a.kind == kind || pair.b.kind == kind;
    let others = has(PaperKind::Passport) || has(PaperKind::Other);
    let of_database = has(PaperKind::IdentityCard) || has(PaperKind::Account) || has(PaperKind::Household);
    match (of_database, others) {
        // Two showings of one database, or the database and the certificate: the police first, the register where the
        // certificate itself is wrong.
        (true, false) if has(PaperKind::BirthCertificate) => vec![Fixer::CommunePolice, Fixer::CivilRegistry],
        (true, false) => vec![Fixer::CommunePolice],
        (true, true) => vec![Fixer::CommunePolice, Fixer::Issuer],
        (false, true) if has(PaperKind::BirthCertificate) => vec![Fixer::Issuer, Fixer::CivilRegistry],
        (false, true) => vec![Fixer::Issuer],
        (false, false) => vec![Fixer::IntakeOfficer, Fixer::CivilRegistry],
    }
}

fn about_number(mismatch: Mismatch) -> Finding {
    let (weight, proofs, fixers, legal) = match mismatch {
        Mismatch::NumberOld => (
            Weight::Bring,
            vec![Proof::OldCard, Proof::NumberConfirmation],
            vec![Fixer::IntakeOfficer],
            vec![LegalBasis::article(LAW, 46)],
        ),
        Mismatch::NumberSlip => (
            Weight::Bring,
            vec![Proof::OldCard],
            vec![Fixer::IntakeOfficer, Fixer::Issuer],
            vec![LegalBasis::article(LAW, 12)],
        ),
        Mismatch::NumberOther => (
            Weight::FixFirst,
            vec![Proof::BirthCertificate, Proof::OldCard, Proof::NumberConfirmation],
            vec![Fixer::CommunePolice],
            vec![LegalBasis::article(LAW, 12), LegalBasis::point(LAW, 24, 1, 'e')],
        ),
        Mismatch::NumberYear => (
            Weight::Bring,
            vec![Proof::BirthCertificate],
            vec![Fixer::CommunePolice],
            vec![LegalBasis::article(LAW, 12), LegalBasis::point(LAW, 24, 1, 'e')],
        ),
        _ => (Weight::Fine, Vec::new(), Vec::new(), Vec::new()),
    };
    Finding {
        topic: Topic::Number,
        mismatch,
        weight,
        proofs,
        fixers,
        legal,
    }
}

fn address(answer: AddressAnswer) -> Option<Finding> {
    let (mismatch, weight, proofs, fixers, legal) = match answer {
        AddressAnswer::Skipped => return None,
        AddressAnswer::Same => (Mismatch::Same, Weight::Fine, vec![], vec![], vec![]),
        AddressAnswer::OldLevels => (
            Mismatch::AddressOldLevels,
            Weight::Fine,
            vec![],
            vec![],
            vec![LegalBasis::point(LAW, 24, 1, 'đ'), LegalBasis::article(LAW, 46)],
        ),
        AddressAnswer::Moved => (
            Mismatch::AddressMoved,
            Weight::Bring,
            vec![],
            vec![Fixer::CommunePolice],
            vec![LegalBasis::article(Act::Circular17, 4)],
        ),
        AddressAnswer::Abroad => (
            Mismatch::AddressAbroad,
            Weight::Bring,
            vec![Proof::Passport, Proof::AddressAbroad],
            vec![Fixer::IntakeOfficer],
            vec![LegalBasis::article(Act::Circular17, 4)],
        ),
    };
    Some(Finding {
        topic: Topic::Address,
        mismatch,
        weight,
        proofs,
        fixers,
        legal,
    })
}

fn phone(answer: PhoneAnswer) -> Option<Finding> {
    let (mismatch, weight, fixers) = match answer {
        PhoneAnswer::Skipped => return None,
        PhoneAnswer::Own => (Mismatch::Same, Weight::Fine, vec![]),
        PhoneAnswer::Somebodys => (Mismatch::PhoneSomebodys, Weight::FixFirst, vec![Fixer::Carrier]),
        PhoneAnswer::Unsure => (Mismatch::PhoneUnsure, Weight::Bring, vec![Fixer::Carrier]),
        PhoneAnswer::Foreign => (Mismatch::PhoneForeign, Weight::FixFirst, vec![Fixer::Carrier]),
    };
    let legal = if weight == Weight::Fine {
        Vec::new()
    } else {
        vec![LegalBasis::clause(Act::Decree69, 10, 2)]
    };
    Some(Finding {
        topic: Topic::Phone,
        mismatch,
        weight,
        proofs: Vec::new(),
        fixers,
        legal,
    })
}
