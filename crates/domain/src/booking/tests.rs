use super::*;
use crate::{identity::BirthDate, office::Session};
use jiff::{
    Timestamp,
    civil::{date, time},
};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn age_groups_at_their_edges() {
    let today = date(2026, 11, 22);
    for (birth, group) in [
        ("2026-11-22", AgeGroup::Under6),
        ("2020-11-23", AgeGroup::Under6),
        ("2020-11-22", AgeGroup::From6To13),
        ("2012-11-23", AgeGroup::From6To13),
        ("2012-11-22", AgeGroup::From14To59),
        ("1966-11-23", AgeGroup::From14To59),
        ("1966-11-22", AgeGroup::From60),
        ("2012", AgeGroup::From6To13),
        ("1966", AgeGroup::From60),
    ] {
        assert_eq!(
            AgeGroup::of(&BirthDate::from_iso(birth).unwrap(), today),
            group,
            "{birth}"
        );
    }
    assert!(AgeGroup::From6To13.needs_representative() && !AgeGroup::From14To59.needs_representative());
    assert!(AgeGroup::From6To13.may_have_level_2() && !AgeGroup::Under6.may_have_level_2());
}

#[test]
fn a_hold_lasts_ten_minutes_and_can_be_extended_twice() {
    let now = at("2026-11-22T01:00:00Z");
    let first = hold_until(now);
    assert_eq!(first, at("2026-11-22T01:10:00Z"));
    let second = extend_hold(at("2026-11-22T01:02:00Z"), first, 0).unwrap();
    assert_eq!(second, at("2026-11-22T01:20:00Z"));
    let third = extend_hold(at("2026-11-22T01:19:59Z"), second, 1).unwrap();
    assert_eq!(third, at("2026-11-22T01:30:00Z"));
    assert_eq!(extend_hold(at("2026-11-22T01:29:00Z"), third, 2), None);
    assert_eq!(extend_hold(first, first, 0), None, "lapsed holds stay lapsed");
}

#[test]
fn a_visit_can_be_moved_until_two_hours_before() {
    let starts_at = date(2026, 11, 25).at(7, 30, 0, 0);
    let rules = reschedule_rules(at("2026-11-24T22:30:00Z"), starts_at, 0);
    assert_eq!(
        rules.until,
        Some(at("2026-11-24T22:30:00Z")),
        "05:30 at the office"
    );
    assert!(rules.may_reschedule && rules.may_cancel);
    let rules = reschedule_rules(at("2026-11-24T22:30:01Z"), starts_at, 0);
    assert!(!rules.may_reschedule && rules.may_cancel);
    let rules = reschedule_rules(at("2026-11-25T00:30:00Z"), starts_at, 0);
    assert!(!rules.may_reschedule && !rules.may_cancel);
}

#[test]
fn a_visit_can_be_moved_three_times() {
    let starts_at = date(2026, 11, 25).at(7, 30, 0, 0);
    let now = at("2026-11-22T01:00:00Z");
    for (used, remaining, may) in [(0, 3, true), (2, 1, true), (3, 0, false), (200, 0, false)] {
        let rules = reschedule_rules(now, starts_at, used);
        assert_eq!(
            (rules.remaining, rules.may_reschedule, rules.may_cancel),
            (remaining, may, true)
        );
    }
}

#[test]
fn from_tomorrow_to_thirty_days_ahead() {
    let today = date(2026, 11, 22);
    assert_eq!(bookable_days(today), (date(2026, 11, 23), date(2026, 12, 22)));
    assert!(!is_bookable(today, today));
    assert!(is_bookable(date(2026, 11, 23), today) && is_bookable(date(2026, 12, 22), today));
    assert!(!is_bookable(date(2026, 12, 23), today));
}

#[test]
fn late_people_are_received_until_the_office_closes() {
    let day = date(2026, 11, 25);
    let session = |from, to| Session::new(time(from, 30, 0, 0), time(to, 0, 0, 0)).unwrap();
    let window = check_in_window(day.at(10, 0, 0, 0), &[session(7, 11), session(13, 17)]);
    assert!(!window.is_open(day.at(7, 29, 59, 0)));
    assert!(window.is_open(day.at(7, 30, 0, 0)) && !window.is_late(day.at(10, 10, 0, 0)));
    assert!(window.is_open(day.at(17, 0, 0, 0)) && window.is_late(day.at(10, 10, 1, 0)));
    assert!(!window.is_open(day.at(17, 0, 1, 0)));
    assert!(
        window.is_open(day.at(12, 0, 0, 0)),
        "the break at noon does not send anybody away"
    );
    assert_eq!(window.no_show_at, day.at(17, 30, 0, 0));
    let closed = check_in_window(day.at(10, 0, 0, 0), &[]);
    assert!(closed.is_open(day.at(10, 0, 0, 0)) && !closed.is_open(day.at(10, 1, 0, 0)));
}
