//! The same answers as of other days: rules are data with days from which they hold.

use super::*;
use crate::{booking::AgeGroup, legal::Act};

fn amount(answers: &Answers, day: Date) -> (Option<u32>, Act, bool) {
    let fee = on(answers, day).fee.expect("a visit has a fee");
    (fee.amount_vnd, fee.legal_basis.act, fee.provisional)
}

/// An adult of forty who lost the card: the fee alone changes.
#[test]
fn the_fee_of_every_period_with_its_law() {
    let lost = Answers {
        birth: born("1986-03-01"),
        situation: Some(Situation::Lost),
        ..adult()
    };
    for (day, expected) in [
        (date(2024, 7, 1), (Some(35_000), Act::Circular73, false)),
        (date(2024, 12, 31), (Some(35_000), Act::Circular73, false)),
        (date(2025, 1, 1), (Some(70_000), Act::Circular73, false)),
        (date(2025, 6, 30), (Some(70_000), Act::Circular73, false)),
        (date(2025, 7, 1), (Some(35_000), Act::Circular64, false)),
        (date(2025, 12, 31), (Some(35_000), Act::Circular64, false)),
        (date(2026, 1, 1), (Some(35_000), Act::Circular64, true)),
        (date(2026, 12, 31), (Some(35_000), Act::Circular64, true)),
        (date(2027, 1, 1), (Some(70_000), Act::Circular73, true)),
    ] {
        assert_eq!(amount(&lost, day), expected, "{day}");
        let found = on(&lost, day);
        assert!(
            found.legal.iter().any(|basis| basis.act == expected.1),
            "{day}: the law of the fee is among those cited"
        );
    }
}

/// Story of the issue: a woman of 59 years and 364 days, on that day and on the next.
#[test]
fn the_day_before_and_the_day_of_a_birthday() {
    let holder = |birth: &str| Answers {
        birth: born(birth),
        holds: Some(Holds::ChipCccd),
        situation: Some(Situation::WantNew),
        card_date: Some(CardDate::ExpiresOn {
            date: date(2050, 1, 1),
        }),
        ..adult()
    };
    let woman = holder("1966-11-23");
    let before = on(&woman, date(2026, 11, 22));
    let after = on(&woman, date(2026, 11, 23));
    // On every day that can be booked she is 60.
    assert_eq!(
        (before.age_group, before.minutes),
        (Some(AgeGroup::From14To59), Some(30))
    );
    assert_eq!(
        (after.age_group, after.minutes),
        (Some(AgeGroup::From60), Some(30))
    );
    assert_eq!(before.fee.and_then(|fee| fee.amount_vnd), Some(15_000));
    assert_eq!(
        after.fee.and_then(|fee| fee.amount_vnd),
        Some(0),
        "exempt from 60 on"
    );
    // A child's sixteenth birthday ends the exemption.
    let child = holder("2008-11-23");
    assert_eq!(
        on(&child, date(2024, 11, 22)).fee.and_then(|fee| fee.amount_vnd),
        Some(0)
    );
    assert_eq!(
        on(&child, date(2024, 11, 23)).fee.and_then(|fee| fee.amount_vnd),
        Some(15_000)
    );
}

/// Some re-issues go online since 15 March 2026; asked as of the day before, they do not.
#[test]
fn ways_of_filing_follow_their_day() {
    let lost = Answers {
        birth: born("1986-03-01"),
        situation: Some(Situation::Lost),
        ..adult()
    };
    let online = |day| matches!(on(&lost, day).outcome, Outcome::Book { online_too: true, .. });
    assert!(!online(date(2026, 3, 14)));
    assert!(online(date(2026, 3, 15)));
}

/// The card that is due: sixty days before it is soon, on the day it is due.
#[test]
fn a_card_is_due_as_of_its_day() {
    let answers = Answers {
        birth: born("1987-01-20"),
        holds: Some(Holds::ChipCccd),
        situation: Some(Situation::Check),
        card_date: Some(CardDate::ExpiresOn {
            date: date(2027, 1, 20),
        }),
        ..adult()
    };
    assert!(matches!(
        on(&answers, date(2026, 11, 20)).outcome,
        Outcome::NothingToDo { .. }
    ));
    assert!(matches!(
        on(&answers, date(2026, 11, 21)).outcome,
        Outcome::Soon { .. }
    ));
    assert!(matches!(
        on(&answers, date(2027, 1, 19)).outcome,
        Outcome::Soon { .. }
    ));
    assert!(matches!(
        on(&answers, date(2027, 1, 20)).outcome,
        Outcome::Book {
            reason: Reason::Age,
            ..
        }
    ));
}
