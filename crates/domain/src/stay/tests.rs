use super::*;
use crate::field::FieldCode;
use jiff::{
    ToSpan,
    civil::{DateTime, date},
};
use proptest::prelude::*;

fn at(text: &str) -> DateTime {
    text.parse().unwrap()
}

#[test]
fn the_hours_of_the_law() {
    let day = date(2026, 11, 23);
    // First day told at, came from 23:00 on, in time.
    let table = [
        ("2026-11-23T00:00:00", false, true),
        ("2026-11-23T22:59:00", false, true),
        ("2026-11-23T22:59:59.999999", false, true),
        ("2026-11-23T23:00:00", false, false),
        ("2026-11-24T07:59:00", false, false),
        ("2026-11-23T23:00:00", true, true),
        ("2026-11-24T00:00:00", true, true),
        ("2026-11-24T07:59:59", true, true),
        ("2026-11-24T08:00:00", true, false),
        ("2026-11-25T07:00:00", true, false),
    ];
    for (told, late, wanted) in table {
        assert_eq!(is_in_time(at(told), due(day, late)), wanted, "{told} {late}");
    }
    // Who came after midnight began on the new day, which has its own 23:00.
    assert_eq!(due(date(2026, 11, 24), false), at("2026-11-24T23:00:00"));
    // Over the ends of a month and of a year.
    assert_eq!(due(date(2026, 12, 31), true), at("2027-01-01T08:00:00"));
}

#[test]
fn the_minutes_that_are_left() {
    let due = due(date(2026, 11, 23), false);
    assert_eq!(minutes_left(at("2026-11-23T22:00:00"), due), Some(60));
    assert_eq!(minutes_left(at("2026-11-23T22:59:30"), due), Some(0));
    assert_eq!(minutes_left(at("2026-11-23T23:00:00"), due), None);
    assert_eq!(minutes_left(at("2026-11-22T23:00:00"), due), Some(24 * 60));
}

#[test]
fn days_that_a_notice_can_have() {
    let today = date(2026, 11, 23);
    let told = |arrives, leaves| -> Vec<(String, FieldCode)> {
        let wrong = check(arrives, leaves, today).err().unwrap_or_default();
        wrong.into_iter().map(|wrong| (wrong.field, wrong.code)).collect()
    };
    let far = |field: &str| (field.to_owned(), FieldCode::DateFar);
    assert_eq!(told(today, today), []);
    assert_eq!(told(date(2026, 10, 24), today), []);
    assert_eq!(told(date(2026, 10, 23), today), [far("arrives")]);
    assert_eq!(told(date(2026, 12, 23), date(2026, 12, 24)), []);
    assert_eq!(told(date(2026, 12, 24), date(2026, 12, 24)), [far("arrives")]);
    let order = ("leaves".to_owned(), FieldCode::DateOrder);
    assert_eq!(told(today, date(2026, 11, 22)), [order]);
    assert_eq!(told(today, date(2027, 11, 24)), []);
    assert_eq!(told(today, date(2027, 11, 25)), [far("leaves")]);
}

#[test]
fn longer_than_thirty_days_is_no_stay_and_is_warned_of() {
    let arrives = date(2026, 11, 1);
    assert!(!is_long(arrives, date(2026, 12, 1)) && is_long(arrives, date(2026, 12, 2)));
    let leaves = date(2026, 11, 23);
    assert!(may_change(false, leaves, leaves) && !may_change(true, leaves, leaves));
    assert!(!may_change(false, leaves, date(2026, 11, 24)));
}

proptest! {
    /// Whenever somebody comes, there is time until the law's hour, and it is one of its two hours.
    #[test]
    fn whoever_tells_on_arrival_is_in_time(days in 0_i32..3_000, minute in 0_i64..1_440) {
        let day = date(2026, 1, 1) + days.days();
        let arrival = day.at(0, 0, 0, 0) + minute.minutes();
        let until = due(day, arrival.hour() >= 23);
        prop_assert!(is_in_time(arrival, until));
        prop_assert!(minutes_left(arrival, until).unwrap() <= 23 * 60);
        prop_assert!([23, 8].contains(&until.hour()));
        prop_assert_eq!(is_in_time(until, until), false);
        // Time goes on: what was late stays late.
        prop_assert!(!is_in_time(until + minute.minutes(), until));
    }
}
