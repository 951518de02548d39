use super::*;
use crate::{account::State, age::age_on};
use jiff::{ToSpan, civil::date};
use proptest::prelude::*;

fn born(text: &str) -> BirthDate {
    BirthDate::from_iso(text).unwrap()
}

#[test]
fn the_stage_changes_on_the_birthday_itself() {
    for (birth, day, stage) in [
        ("2017-08-15", date(2023, 8, 14), Some(Stage::Under6)),
        ("2017-08-15", date(2023, 8, 15), Some(Stage::From6To13)),
        ("2017-08-15", date(2031, 8, 14), Some(Stage::From6To13)),
        ("2017-08-15", date(2031, 8, 15), None),
        // Born on a leap day: 28 February in other years, the house's reading (`age`).
        ("2020-02-29", date(2026, 2, 27), Some(Stage::Under6)),
        ("2020-02-29", date(2026, 2, 28), Some(Stage::From6To13)),
        ("2020-02-29", date(2034, 2, 27), Some(Stage::From6To13)),
        ("2020-02-29", date(2034, 2, 28), None),
        ("2014-02-28", date(2028, 2, 28), None),
        // Only the year is known: a child until all of that year is over.
        ("2012", date(2026, 12, 30), Some(Stage::From6To13)),
        ("2012", date(2026, 12, 31), None),
    ] {
        assert_eq!(Stage::of(&born(birth), day), stage, "{birth} on {day}");
    }
}

#[test]
fn what_a_child_may_have_is_told_with_the_day_from_which() {
    let told = |day| -> Vec<(Thing, Option<Date>)> {
        let all = rights(&born("2021-05-20"), day);
        all.iter().map(|right| (right.thing, right.from)).collect()
    };
    let six = Some(date(2027, 5, 20));
    let fourteen = Some(date(2035, 5, 20));
    assert_eq!(
        told(date(2026, 11, 23)),
        [
            (Thing::CardWithoutVisit, None),
            (Thing::Level1, None),
            (Thing::CardAtVisit, six),
            (Thing::Level2, six),
            (Thing::CardAndPapers, six),
            (Thing::OwnAccount, fourteen),
            (Thing::CardDuty, fourteen),
        ]
    );
    assert_eq!(
        told(date(2027, 5, 20)),
        [
            (Thing::Level1, None),
            (Thing::CardAtVisit, None),
            (Thing::Level2, None),
            (Thing::CardAndPapers, None),
            (Thing::OwnAccount, fourteen),
            (Thing::CardDuty, fourteen),
        ]
    );
    assert_eq!(
        told(date(2035, 5, 20)),
        [
            (Thing::CardAndPapers, None),
            (Thing::OwnAccount, None),
            (Thing::CardDuty, None),
        ]
    );
    let level_2 = rights(&born("2021-05-20"), date(2026, 11, 23));
    let basis = level_2
        .iter()
        .find(|right| right.thing == Thing::Level2)
        .unwrap()
        .basis;
    assert_eq!((basis.act.number(), basis.article), ("69/2024/NĐ-CP", Some(7)));
}

#[test]
fn nothing_is_in_use_without_consent() {
    for state in State::ALL {
        for card in [false, true] {
            assert_ne!(step(Some(*state), card, false), Step::InUse, "{state}");
        }
    }
    assert_eq!(step(None, false, false), Step::Visit);
    assert_eq!(step(None, true, false), Step::Open);
    assert_eq!(step(Some(State::L2Approved), true, false), Step::Activate);
    assert_eq!(step(Some(State::L2Overdue), true, false), Step::Overdue);
    assert_eq!(step(Some(State::L2Active), true, true), Step::InUse);
    assert_eq!(step(Some(State::Locked), true, true), Step::Locked);
    let takes: Vec<_> = Step::ALL.iter().filter(|step| step.takes_consent()).collect();
    assert_eq!(takes, [&Step::Open, &Step::Activate, &Step::Consent]);
}

#[test]
fn a_guardian_is_shown_by_a_decision() {
    assert!(!Relation::Guardian.is_shown_by(Proof::BirthCertificate));
    assert!(Relation::Guardian.is_shown_by(Proof::Decision));
    assert!(Relation::Mother.is_shown_by(Proof::BirthCertificate));
    let officers: Vec<_> = End::ALL.iter().filter(|end| !end.is_officers()).collect();
    assert_eq!(officers, [&End::OfAge]);
}

proptest! {
    /// Of every child on every day: the stage follows the age in full years, no day lies between two stages, and what is told
    /// to come begins on that very day.
    #[test]
    fn stages_and_rights_agree_with_the_age(days in 0_i64..=12_000, later in 0_i64..=6_500) {
        let birth_day = date(2004, 1, 1) + days.days();
        let on = birth_day + later.days();
        let birth = BirthDate::from_date(birth_day).unwrap();
        let stage = Stage::of(&birth, on);
        let by_age = match age_on(birth_day, on) {
            0..6 => Some(Stage::Under6),
            6..14 => Some(Stage::From6To13),
            _ => None,
        };
        prop_assert_eq!(stage, by_age);
        let own = own_from(&birth);
        prop_assert!(Stage::of(&birth, own).is_none());
        prop_assert_eq!(Stage::of(&birth, own - 1.days()), Some(Stage::From6To13));
        let now = rights(&birth, on);
        let has = |thing| now.iter().any(|right| right.thing == thing && right.from.is_none());
        prop_assert_eq!(has(Thing::Level2), stage == Some(Stage::From6To13));
        prop_assert_eq!(has(Thing::Level1), stage.is_some());
        prop_assert_eq!(has(Thing::OwnAccount), stage.is_none());
        for right in now.iter().filter(|right| right.from.is_some()) {
            let begins = right.from.unwrap();
            prop_assert!(begins > on);
            let then = rights(&birth, begins);
            prop_assert!(then.iter().any(|there| there.thing == right.thing && there.from.is_none()));
        }
    }
}
