mod national;

use super::*;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const FILE: &str = include_str!("../../../../data/holidays.csv");

fn calendar() -> Calendar {
    Calendar::parse(FILE).unwrap()
}

/// The published examples: day of receipt not counted, weekends and holidays skipped, worked Saturdays counted.
#[test]
fn due_dates_of_the_table() {
    let calendar = calendar();
    for (received, limit, due) in [
        (date(2026, 11, 20), 7, date(2026, 12, 2)),
        (date(2026, 11, 21), 7, date(2026, 12, 2)),
        (date(2026, 11, 23), 1, date(2026, 11, 25)),
        (date(2026, 11, 20), 3, date(2026, 11, 26)),
        (date(2026, 8, 27), 7, date(2026, 9, 10)),
        (date(2026, 8, 21), 7, date(2026, 9, 3)),
        (date(2026, 2, 13), 7, date(2026, 3, 3)),
        (date(2025, 4, 25), 7, date(2025, 5, 8)),
    ] {
        assert_eq!(
            calendar.add_working_days(received, limit),
            due,
            "{received} + {limit}"
        );
        assert_eq!(
            DueClock::new(received, limit).due(&calendar),
            Due::On { date: due }
        );
    }
}

#[test]
fn working_days_at_the_edges() {
    let calendar = calendar();
    for (day, working) in [
        (date(2026, 8, 22), true),
        (date(2026, 8, 29), false),
        (date(2026, 8, 31), false),
        (date(2026, 11, 24), false),
        (date(2025, 11, 24), true),
        (date(2026, 4, 27), false),
        (date(2026, 4, 28), true),
        (date(2027, 5, 3), false),
        (date(2024, 2, 7), true),
        (date(2024, 2, 14), false),
        (date(2024, 5, 4), true),
    ] {
        assert_eq!(calendar.is_working_day(day), working, "{day}");
    }
    assert_eq!(
        calendar.add_working_days(date(2026, 11, 21), 0),
        date(2026, 11, 21)
    );
    assert_eq!(calendar.working_day_from(date(2026, 11, 21)), date(2026, 11, 23));
    assert_eq!(calendar.working_day_from(date(2026, 11, 23)), date(2026, 11, 23));
    assert_eq!(calendar.add_working_days(Date::MAX, 3), Date::MAX);
}

#[test]
fn the_file_covers_its_years_and_marks_what_is_open() {
    let calendar = calendar();
    for year in 2024..=2027 {
        let holidays = calendar.days().iter().filter(|day| day.date.year() == year);
        let holidays = holidays.filter(|day| day.kind == DayKind::Holiday).count();
        assert_eq!(
            holidays,
            if year < 2026 { 11 } else { 12 },
            "statutory days off in {year}"
        );
    }
    assert!(!calendar.special(date(2027, 2, 4)).unwrap().confirmed);
    assert!(calendar.is_settled(date(2026, 11, 20), date(2026, 12, 2)));
    assert!(!calendar.is_settled(date(2027, 1, 29), date(2027, 2, 15)));
    assert!(
        !calendar.is_settled(date(2027, 12, 28), date(2028, 1, 6)),
        "2028 is not in the file"
    );
}

#[test]
fn a_local_closure_closes_an_office_but_not_the_clock() {
    let row = "2026-12-01,LOCAL_CLOSURE,yes,hcm-pc06,Bảo trì,Maintenance,Notice\n";
    let calendar = Calendar::parse(&format!("{FILE}{row}")).unwrap();
    assert!(calendar.is_working_day(date(2026, 12, 1)));
    assert!(calendar.closure(date(2026, 12, 1), "hcm-pc06").is_some());
    assert!(calendar.closure(date(2026, 12, 1), "dn-pc06").is_none());
    assert!(calendar.special(date(2026, 12, 1)).is_none());
}

#[test]
fn bad_rows_are_refused_with_line_and_reason() {
    let refused = |row: &str| {
        let header = "date,type,confirmed,scope,vi,en,source\n";
        Calendar::parse(&format!("{header}{row}\n"))
            .unwrap_err()
            .to_string()
    };
    assert_eq!(
        refused("2026-02-30,HOLIDAY,yes,,a,b,c"),
        "holidays.csv:2: date: \"2026-02-30\" is not a valid value"
    );
    assert_eq!(
        refused("2026-02-03,FEAST,yes,,a,b,c"),
        "holidays.csv:2: type: \"FEAST\" is not a valid value"
    );
    assert_eq!(
        refused("2026-02-03,HOLIDAY,maybe,,a,b,c"),
        "holidays.csv:2: confirmed: \"maybe\" is not a valid value"
    );
    assert_eq!(
        refused("2026-02-03,HOLIDAY,yes,,,b,c"),
        "holidays.csv:2: vi: \"\" is not a valid value"
    );
    assert_eq!(
        refused("2026-02-03,SWAP_WORKING,yes,,a,b,c"),
        "holidays.csv:2: SWAP_WORKING must be a Saturday"
    );
    assert_eq!(
        refused("2026-02-07,COMPENSATION,yes,,a,b,c"),
        "holidays.csv:2: COMPENSATION must be a weekday"
    );
    assert_eq!(
        refused("2026-02-03,HOLIDAY,yes,x,a,b,c"),
        "holidays.csv:2: only LOCAL_CLOSURE may have a scope"
    );
    assert_eq!(
        refused("2026-02-03,LOCAL_CLOSURE,yes,,a,b,c"),
        "holidays.csv:2: LOCAL_CLOSURE needs an office id in scope"
    );
    assert_eq!(
        refused("2026-02-03,HOLIDAY,yes,,a,b,c\n2026-02-03,HOLIDAY,yes,,a,b,c"),
        "holidays.csv:3: 2026-02-03 is given twice"
    );
}

#[test]
fn a_pause_moves_the_date_and_an_open_one_hides_it() {
    let calendar = calendar();
    let mut clock = DueClock::new(date(2026, 11, 20), 7);
    clock.pauses.push(Pause {
        from: date(2026, 11, 25),
        to: Some(date(2026, 11, 27)),
    });
    assert_eq!(
        clock.due(&calendar),
        Due::On {
            date: date(2026, 12, 4)
        }
    );
    clock.pauses.push(Pause {
        from: date(2026, 12, 1),
        to: None,
    });
    assert_eq!(
        clock.due(&calendar),
        Due::Paused {
            since: date(2026, 12, 1),
            left_wd: 4
        }
    );
    assert_eq!(clock.overdue_by(date(2027, 3, 1), &calendar), 0);
    let json = serde_json::to_string(&clock.due(&calendar)).unwrap();
    assert_eq!(json, r#"{"kind":"paused","since":"2026-12-01","left_wd":4}"#);
}

#[test]
fn overdue_counts_working_days_after_the_due_date() {
    let calendar = calendar();
    let clock = DueClock::new(date(2026, 11, 20), 7);
    for (today, days) in [
        (date(2026, 11, 21), 0),
        (date(2026, 12, 2), 0),
        (date(2026, 12, 3), 1),
        (date(2026, 12, 5), 2),
        (date(2026, 12, 7), 3),
    ] {
        assert_eq!(clock.overdue_by(today, &calendar), days, "{today}");
    }
}

#[test]
fn a_pause_after_the_due_date_does_not_excuse_the_delay() {
    let calendar = calendar();
    let mut clock = DueClock::new(date(2026, 11, 20), 7);
    clock.pauses.push(Pause {
        from: date(2026, 12, 7),
        to: None,
    });
    assert_eq!(
        clock.due(&calendar),
        Due::On {
            date: date(2026, 12, 2)
        }
    );
}

#[test]
fn the_office_clock_is_seven_hours_ahead() {
    let at = "2026-11-20T16:59:59Z".parse().unwrap();
    assert_eq!(office_date(at), date(2026, 11, 20));
    assert_eq!(office_timestamp(office_now(at)), at);
    assert_eq!(
        office_date("2026-11-20T17:00:00Z".parse().unwrap()),
        date(2026, 11, 21)
    );
}

fn any_day() -> impl Strategy<Value = Date> {
    (0i32..1400).prop_map(|days| date(2024, 1, 1).saturating_add(jiff::Span::new().days(days)))
}

proptest! {
    #[test]
    fn counting_is_monotone(from in any_day(), later in 0i32..60, n in 0u16..40, more in 0u16..20) {
        let calendar = calendar();
        let after = from.saturating_add(jiff::Span::new().days(later));
        prop_assert!(calendar.add_working_days(from, n) <= calendar.add_working_days(after, n));
        prop_assert!(calendar.add_working_days(from, n) <= calendar.add_working_days(from, n + more));
        prop_assert_eq!(calendar.working_days_between(from, calendar.add_working_days(from, n)), n);
    }

    #[test]
    fn a_pause_of_k_working_days_moves_the_due_date_by_k(
        from in any_day(), limit in 1u16..25, start in 1u16..25, k in 0u16..15,
    ) {
        prop_assume!(start <= limit);
        let calendar = calendar();
        let begin = calendar.add_working_days(from, start);
        let end = calendar.add_working_days(begin, k);
        let clock = DueClock { received_on: from, limit_wd: limit, pauses: vec![Pause { from: begin, to: Some(end) }] };
        let plain = calendar.add_working_days(from, limit);
        prop_assert_eq!(clock.due(&calendar), Due::On { date: calendar.add_working_days(plain, k) });
    }

    #[test]
    fn overlapping_pauses_count_once(from in any_day(), a in 1i32..20, b in 1i32..20, len in 0i32..20) {
        let calendar = calendar();
        let day = |n: i32| from.saturating_add(jiff::Span::new().days(n));
        let first = Pause { from: day(a), to: Some(day(a + len)) };
        let second = Pause { from: day(b), to: Some(day(b + len)) };
        let both = DueClock { received_on: from, limit_wd: 7, pauses: vec![first, second, first] };
        let swapped = DueClock { received_on: from, limit_wd: 7, pauses: vec![second, first] };
        prop_assert_eq!(both.due(&calendar), swapped.due(&calendar));
    }
}
