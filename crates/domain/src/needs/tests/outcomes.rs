use super::*;
use crate::{
    booking::Service,
    expiry::Expiry,
    fee::{Exemption, FreeReason},
};

#[test]
fn every_ground_can_be_reached() {
    let first = |birth: &str| Answers {
        birth: born(birth),
        holds: Some(Holds::Nothing),
        ..adult()
    };
    let with = |situation| Answers {
        situation: Some(situation),
        ..adult()
    };
    let rows = [
        (first("1990-05-05"), Reason::New14),
        (first("2018-11-22"), Reason::New6To14),
        (first("2026-11-22"), Reason::NewUnder6),
        (
            Answers {
                holds: Some(Holds::ChipCccd),
                ..with(Situation::WantNew)
            },
            Reason::FromCccd,
        ),
        (
            Answers {
                holds: Some(Holds::Cmnd),
                ..adult()
            },
            Reason::FromCmnd,
        ),
        (
            Answers {
                card_date: Some(CardDate::ExpiresOn { date: TODAY }),
                ..adult()
            },
            Reason::Age,
        ),
        (with(Situation::NameOrBirth), Reason::NameOrBirth),
        (with(Situation::Appearance), Reason::Appearance),
        (with(Situation::PrintError), Reason::PrintError),
        (with(Situation::Merger), Reason::AdminUnit),
        (with(Situation::NewNumber), Reason::NewNumber),
        (with(Situation::WantNew), Reason::Request),
        (with(Situation::Lost), Reason::Lost),
        (with(Situation::Damaged), Reason::Damaged),
        (
            Answers {
                status: Some(Status::RegainedNationality),
                ..adult()
            },
            Reason::Nationality,
        ),
    ];
    assert_eq!(rows.len(), Reason::ALL.len());
    for (answers, expected) in rows {
        let assessment = today(&answers);
        assert_eq!(assessment.outcome.reason(), Some(expected));
        assert!(
            expected
                .legal()
                .iter()
                .all(|basis| assessment.legal.contains(basis)),
            "{expected}"
        );
        assert_eq!(assessment.card_working_days, Some(7));
        let fee = assessment.fee.or(assessment.fee_online).unwrap();
        assert!(fee.amount_vnd.is_some(), "{expected}");
        let online = assessment.fee_online.is_some();
        assert_eq!(
            online,
            expected.channel(TODAY).as_str().starts_with("online"),
            "{expected}"
        );
    }
}

#[test]
fn a_card_that_is_fine_needs_nothing() {
    let assessment = today(&adult());
    let valid_to = Some(Expiry::On {
        date: date(2030, 5, 5),
    });
    assert_eq!(assessment.outcome, Outcome::NothingToDo { valid_to });
    assert_eq!(
        (assessment.service, assessment.fee, assessment.presence),
        (None, None, Presence::Nobody)
    );
    assert!(assessment.papers.is_empty() && !assessment.notes.contains(&Note::NothingToBring));
    let sixty = Answers {
        card_date: Some(CardDate::ExpiresOn {
            date: date(2027, 1, 21),
        }),
        ..adult()
    };
    assert_eq!(
        today(&sixty).outcome,
        Outcome::Soon {
            reason: Reason::Age,
            from: date(2027, 1, 21)
        }
    );
    let sixty_one = Answers {
        card_date: Some(CardDate::ExpiresOn {
            date: date(2027, 1, 22),
        }),
        ..adult()
    };
    assert!(matches!(today(&sixty_one).outcome, Outcome::NothingToDo { .. }));
    let never = Answers {
        card_date: Some(CardDate::NoExpiry),
        birth: born("1950"),
        ..adult()
    };
    assert_eq!(
        today(&never).outcome,
        Outcome::NothingToDo {
            valid_to: Some(Expiry::Never)
        }
    );
}

#[test]
fn after_the_merger_nobody_must_change() {
    let merger = Answers {
        situation: Some(Situation::Merger),
        ..adult()
    };
    let stay = today(&Answers {
        wants_new_print: Some(false),
        ..merger.clone()
    });
    assert_eq!(stay.outcome, Outcome::NothingToDo { valid_to: None });
    assert_eq!(
        stay.notes[..2],
        [Note::NobodyMustChangeAfterMerger, Note::OldPapersStayValid]
    );
    assert!(stay.legal.iter().any(|basis| basis.point == Some('đ')));
    let change = today(&merger);
    assert_eq!(
        change.outcome,
        Outcome::Book {
            reason: Reason::AdminUnit,
            online_too: true
        }
    );
    assert_eq!(change.fee.unwrap().amount_vnd, Some(0));
    assert!(change.notes.contains(&Note::NobodyMustChangeAfterMerger));
}

#[test]
fn people_who_get_no_card_are_told_why() {
    let with = |status| {
        today(&Answers {
            status: Some(status),
            ..Answers::default()
        })
    };
    let former = with(Status::FormerCitizen);
    assert_eq!(
        former.outcome,
        Outcome::NotEligible {
            why: NotEligible::RegainNationality
        }
    );
    assert_eq!(former.notes, [Note::ReissuedAfterRegaining]);
    let origin = with(Status::OriginUndetermined);
    assert_eq!(origin.outcome, Outcome::IdentityCertificate);
    assert_eq!(origin.legal[0].article, Some(30));
    assert!(origin.notes.contains(&Note::CertificateAfterSixMonths));
    assert!(origin.notes.contains(&Note::CertificateForChild));
    // Story: they were told that they need the certificate, and neither who comes, with what, for how much, nor until when.
    assert_eq!((origin.presence, origin.biometrics), (Presence::Person, true));
    assert_eq!(
        (origin.certificate_working_days, origin.card_working_days),
        (Some(7), None)
    );
    let fee = origin.fee.unwrap();
    assert_eq!(
        (fee.amount_vnd, fee.legal_basis.article, fee.provisional),
        (Some(0), Some(38), false)
    );
    assert!(origin.legal.contains(&fee.legal_basis));
    assert!(!origin.legal.iter().any(|basis| basis.article == Some(26)));
    let papers: Vec<_> = origin.papers.iter().map(|one| one.paper).collect();
    assert_eq!(papers, [Paper::PopulationForm, Paper::OriginPapers]);
    let foreigner = with(Status::Foreigner);
    assert_eq!(foreigner.notes, [Note::ImmigrationOffice]);
    assert!(foreigner.service.is_none() && foreigner.fee.is_none());
}

#[test]
fn the_account() {
    let wants = Answers {
        account: Some(AccountWish::Wants),
        ..adult()
    };
    let alone = today(&wants);
    assert_eq!(
        (alone.outcome, alone.service),
        (Outcome::AccountOnly, Some(Service::Account))
    );
    assert_eq!((alone.minutes, alone.account_working_days), (Some(10), Some(3)));
    assert_eq!((alone.card_working_days, alone.fee), (None, None));
    let barcode = Answers {
        holds: Some(Holds::BarcodeCccd),
        ..wants.clone()
    };
    assert_eq!(today(&barcode).account_working_days, Some(7));
    let lost = today(&Answers {
        situation: Some(Situation::Lost),
        ..wants.clone()
    });
    assert_eq!(
        (lost.service, lost.minutes),
        (Some(Service::CardAndAccount), Some(30))
    );
    assert_eq!(lost.account_working_days, Some(7));
    let only = Answers {
        situation: Some(Situation::AccountOnly),
        ..adult()
    };
    assert_eq!(today(&only).outcome, Outcome::AccountOnly);
    let card_date = Some(CardDate::ExpiresOn {
        date: date(2026, 1, 1),
    });
    let expired = today(&Answers {
        card_date,
        ..only.clone()
    });
    assert_eq!(expired.outcome.reason(), Some(Reason::Age));
    assert_eq!(expired.service, Some(Service::CardAndAccount));
    assert!(expired.notes.contains(&Note::AccountLockedWhileExpired));
    let baby = Answers {
        birth: born("2023-01-01"),
        card_date: Some(CardDate::NoExpiry),
        ..only
    };
    assert_eq!(
        today(&baby).outcome,
        Outcome::NotEligible {
            why: NotEligible::Level2Under6
        }
    );
}

#[test]
fn fees_by_ground_person_and_day() {
    let lost = Answers {
        situation: Some(Situation::Lost),
        ..adult()
    };
    let amount = |answers: &Answers, day| on(answers, day).fee.unwrap().amount_vnd;
    assert_eq!(amount(&lost, TODAY), Some(35_000));
    assert_eq!(amount(&lost, date(2027, 1, 1)), Some(70_000));
    let poor = Answers {
        exemptions: Some(vec![Exemption::PoorHousehold]),
        ..lost.clone()
    };
    assert_eq!(
        on(&poor, TODAY).fee.unwrap().free_reason,
        Some(FreeReason::PoorHousehold)
    );
    let level_2 = Answers {
        account: Some(AccountWish::Has),
        ..lost.clone()
    };
    assert_eq!(
        on(&level_2, TODAY).fee_online.unwrap().free_reason,
        Some(FreeReason::OnlineWaiver)
    );
    assert_eq!(on(&lost, TODAY).fee_online.unwrap().amount_vnd, Some(35_000));
    let fault = Answers {
        situation: Some(Situation::PrintError),
        agency_error: Some(true),
        ..adult()
    };
    assert_eq!(amount(&fault, TODAY), Some(0));
    let own = Answers {
        agency_error: Some(false),
        ..fault
    };
    assert_eq!(amount(&own, TODAY), Some(25_000));
    assert_eq!(reason(&own), Some(Reason::PrintError));
}
