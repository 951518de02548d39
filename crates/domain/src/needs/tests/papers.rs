use super::*;
use crate::fee::Exemption;

fn list(answers: &Answers) -> Vec<(Paper, Need)> {
    today(answers)
        .papers
        .iter()
        .map(|need| (need.paper, need.need))
        .collect()
}

#[test]
fn fourteen_and_over_with_right_data_brings_the_old_card_only() {
    let renew = Answers {
        card_date: Some(CardDate::ExpiresOn { date: TODAY }),
        ..adult()
    };
    assert_eq!(list(&renew), [(Paper::OldCard, Need::Required)]);
    let first = Answers {
        holds: Some(Holds::Nothing),
        ..adult()
    };
    assert_eq!(list(&first), []);
    assert!(today(&first).notes.contains(&Note::NothingToBring));
    let lost = Answers {
        situation: Some(Situation::Lost),
        ..adult()
    };
    assert_eq!(list(&lost), []);
    assert!(today(&lost).notes.contains(&Note::NoLossReport));
    let damaged = Answers {
        situation: Some(Situation::Damaged),
        ..adult()
    };
    assert_eq!(list(&damaged), [(Paper::OldCard, Need::IfThere)]);
    let cmnd = Answers {
        holds: Some(Holds::Cmnd),
        ..adult()
    };
    assert_eq!(list(&cmnd), [(Paper::OldCmnd, Need::IfThere)]);
}

#[test]
fn wrong_data_needs_proof_and_is_corrected_first() {
    let wrong = Answers {
        holds: Some(Holds::Nothing),
        data_right: Some(DataRight::No),
        ..adult()
    };
    assert_eq!(list(&wrong), [(Paper::DataEvidence, Need::Required)]);
    assert!(today(&wrong).notes.contains(&Note::DataFirst));
    let unsure = Answers {
        data_right: Some(DataRight::Unsure),
        ..wrong
    };
    assert_eq!(list(&unsure), [(Paper::DataEvidence, Need::IfNotInDatabase)]);
    let renamed = Answers {
        situation: Some(Situation::NameOrBirth),
        ..adult()
    };
    assert_eq!(
        list(&renamed),
        [
            (Paper::OldCard, Need::Required),
            (Paper::DataEvidence, Need::Required)
        ]
    );
}

#[test]
fn children_come_with_their_representative() {
    let child = Answers {
        birth: born("2018-06-30"),
        holds: Some(Holds::Nothing),
        account: Some(AccountWish::Wants),
        ..adult()
    };
    assert_eq!(
        list(&child),
        [
            (Paper::RepresentativeCard, Need::Required),
            (Paper::ProofOfRelation, Need::IfNotInDatabase),
            (Paper::RepresentativePhone, Need::Required),
            (Paper::PapersToLink, Need::Optional),
        ]
    );
    let notes = today(&child).notes;
    assert!(notes.contains(&Note::ChildMustCome) && notes.contains(&Note::MinorAccountNeedsConsent));
    let ward = Answers {
        represented: true,
        holds: Some(Holds::Nothing),
        ..adult()
    };
    assert_eq!(today(&ward).presence, Presence::PersonWithRepresentative);
    assert_eq!(list(&ward)[0], (Paper::RepresentativeCard, Need::Required));
    assert!(!today(&ward).notes.contains(&Note::ChildMustCome));
    let baby = Answers {
        birth: born("2023-01-01"),
        situation: Some(Situation::Lost),
        ..adult()
    };
    assert_eq!(today(&baby).presence, Presence::RepresentativeAlone);
    assert!(!today(&baby).biometrics);
}

#[test]
fn from_abroad_and_back_in_the_nationality() {
    let abroad = Answers {
        status: Some(Status::CitizenAbroad),
        holds: Some(Holds::Nothing),
        account: Some(AccountWish::Wants),
        ..adult()
    };
    let papers = list(&abroad);
    assert!(papers.contains(&(Paper::VietnamesePassport, Need::Required)));
    assert!(papers.contains(&(Paper::AddressAbroad, Need::Required)));
    assert!(papers.contains(&(Paper::OwnPhone, Need::Required)));
    let notes = today(&abroad).notes;
    assert!(notes.contains(&Note::PlanWeeks) && notes.contains(&Note::VietnameseSim));
    let regained = Answers {
        status: Some(Status::RegainedNationality),
        ..adult()
    };
    assert_eq!(list(&regained), [(Paper::NationalityDecision, Need::Required)]);
}

#[test]
fn the_account_alone_needs_the_card_and_the_phone() {
    let wants = Answers {
        account: Some(AccountWish::Wants),
        ..adult()
    };
    assert_eq!(
        list(&wants),
        [
            (Paper::ValidCard, Need::Required),
            (Paper::OwnPhone, Need::Required),
            (Paper::PapersToLink, Need::Optional),
        ]
    );
}

#[test]
fn what_frees_from_the_fee_is_proved() {
    let lost = Answers {
        situation: Some(Situation::Lost),
        exemptions: Some(vec![Exemption::Disability]),
        ..adult()
    };
    assert_eq!(list(&lost), [(Paper::ExemptionProof, Need::IfNotInDatabase)]);
}
