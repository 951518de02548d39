use super::*;
use crate::{
    booking::{AgeGroup, Service},
    expiry::Expiry,
    fee::FreeReason,
};

#[test]
fn first_cards_at_the_edges_of_age() {
    for (birth, ground, group, presence, expiry) in [
        (
            "2026-11-22",
            Reason::NewUnder6,
            AgeGroup::Under6,
            Presence::Nobody,
            Some(date(2040, 11, 22)),
        ),
        (
            "2020-11-23",
            Reason::NewUnder6,
            AgeGroup::Under6,
            Presence::Nobody,
            Some(date(2034, 11, 23)),
        ),
        (
            "2020-11-22",
            Reason::New6To14,
            AgeGroup::From6To13,
            Presence::PersonWithRepresentative,
            Some(date(2034, 11, 22)),
        ),
        (
            "2018-06-30",
            Reason::New6To14,
            AgeGroup::From6To13,
            Presence::PersonWithRepresentative,
            Some(date(2032, 6, 30)),
        ),
        (
            "2012-11-23",
            Reason::New6To14,
            AgeGroup::From6To13,
            Presence::PersonWithRepresentative,
            Some(date(2037, 11, 23)),
        ),
        (
            "2012-11-22",
            Reason::New14,
            AgeGroup::From14To59,
            Presence::Person,
            Some(date(2037, 11, 22)),
        ),
        (
            "1966-11-23",
            Reason::New14,
            AgeGroup::From14To59,
            Presence::Person,
            None,
        ),
        (
            "1966-11-22",
            Reason::New14,
            AgeGroup::From60,
            Presence::Person,
            None,
        ),
    ] {
        let answers = Answers {
            birth: born(birth),
            holds: Some(Holds::Nothing),
            ..adult()
        };
        let assessment = today(&answers);
        assert_eq!(assessment.outcome.reason(), Some(ground), "{birth}");
        assert_eq!(
            (assessment.age_group, assessment.presence),
            (Some(group), presence),
            "{birth}"
        );
        assert_eq!(
            assessment.expiry_if_issued.and_then(Expiry::date),
            expiry,
            "{birth}"
        );
    }
}

#[test]
fn under_six_nobody_comes_and_nothing_is_paid() {
    let answers = Answers {
        birth: born("2026-11-22"),
        holds: Some(Holds::Nothing),
        ..adult()
    };
    let assessment = today(&answers);
    assert_eq!(
        assessment.outcome,
        Outcome::OnlineOnly {
            reason: Reason::NewUnder6
        }
    );
    assert_eq!(
        (assessment.service, assessment.minutes, assessment.fee),
        (None, None, None)
    );
    assert_eq!(
        assessment.fee_online.unwrap().free_reason,
        Some(FreeReason::FirstIssue)
    );
    assert!(!assessment.biometrics && assessment.papers.is_empty());
    assert!(assessment.notes.contains(&Note::NoPhotoUnder6));
    assert!(!asked_questions(&answers, TODAY).contains(&Question::Account));
}

#[test]
fn at_an_exchange_age_to_the_day() {
    for (birth, expires, due) in [
        ("2001-11-22", date(2026, 11, 22), true),
        ("2001-11-23", date(2026, 11, 23), false),
        ("1966-11-22", date(2026, 11, 22), true),
        ("1966-11-23", date(2026, 11, 23), false),
    ] {
        let card_date = Some(CardDate::ExpiresOn { date: expires });
        let assessment = today(&Answers {
            birth: born(birth),
            card_date,
            ..adult()
        });
        if due {
            assert_eq!(
                assessment.outcome,
                Outcome::Book {
                    reason: Reason::Age,
                    online_too: false
                },
                "{birth}"
            );
            assert_eq!(assessment.fee.unwrap().free_reason, Some(FreeReason::AgeExchange));
            assert!(assessment.notes.contains(&Note::ExchangeDue));
        } else {
            assert_eq!(
                assessment.outcome,
                Outcome::Soon {
                    reason: Reason::Age,
                    from: expires
                },
                "{birth}"
            );
            assert!(assessment.notes.contains(&Note::FreeFromExchangeAge));
        }
    }
}

/// One day before 14 the visit is only possible from the birthday on, when the person comes alone.
#[test]
fn soon_speaks_of_the_day_it_becomes_possible() {
    let card_date = Some(CardDate::ExpiresOn {
        date: date(2026, 11, 23),
    });
    let assessment = today(&Answers {
        birth: born("2012-11-23"),
        card_date,
        ..adult()
    });
    assert_eq!(assessment.presence, Presence::Person);
    assert_eq!(
        (assessment.age_group, assessment.minutes),
        (Some(AgeGroup::From14To59), Some(20))
    );
    assert_eq!(
        assessment.expiry_if_issued.and_then(Expiry::date),
        Some(date(2037, 11, 23))
    );
}

#[test]
fn an_expiry_that_cannot_be_read_follows_from_the_date_of_issue() {
    let issued = |day| Answers {
        card_date: Some(CardDate::IssuedOn { date: day }),
        ..adult()
    };
    let until = |day| today(&issued(day)).outcome;
    assert_eq!(
        until(date(2021, 6, 1)),
        Outcome::NothingToDo {
            valid_to: Some(Expiry::On {
                date: date(2030, 5, 5)
            })
        }
    );
    assert_eq!(
        until(date(2012, 5, 4)).reason(),
        Some(Reason::Age),
        "valid to 25 only"
    );
    let partial = Answers {
        birth: born("2002"),
        ..issued(date(2018, 1, 1))
    };
    assert_eq!(
        today(&partial).outcome,
        Outcome::Soon {
            reason: Reason::Age,
            from: date(2027, 1, 1)
        }
    );
    assert!(today(&partial).notes.contains(&Note::PartialBirthDate));
}

#[test]
fn who_grows_older_before_the_visit_is_told() {
    let lost = |birth| Answers {
        birth: born(birth),
        situation: Some(Situation::Lost),
        ..adult()
    };
    for (birth, note, minutes) in [
        ("2020-12-22", Some(Note::TurnsSix), 30),
        ("2020-12-23", None, 20),
        ("2012-12-22", Some(Note::TurnsFourteen), 30),
        ("2012-12-23", None, 30),
        ("1966-12-22", None, 30),
        ("1966-12-23", None, 20),
    ] {
        let found = today(&lost(birth));
        let told = found
            .notes
            .iter()
            .find(|note| matches!(note, Note::TurnsSix | Note::TurnsFourteen));
        assert_eq!(told.copied(), note, "{birth}");
        let card = found.minutes.map(|all| {
            all - if found.service == Some(Service::CardAndAccount) {
                10
            } else {
                0
            }
        });
        assert_eq!(card, Some(minutes), "{birth}");
    }
}

#[test]
fn a_card_without_an_end_passes_over_no_age() {
    // 59 years and 364 days: the card of tomorrow has no end.
    let found = today(&Answers {
        birth: born("1966-11-23"),
        ..adult()
    });
    assert!(!found.notes.contains(&Note::SkipsNextAge), "{:?}", found.notes);
    let found = today(&Answers {
        birth: born("1968-01-01"),
        situation: Some(Situation::Lost),
        ..adult()
    });
    assert!(!found.notes.contains(&Note::SkipsNextAge), "{:?}", found.notes);
}
