use super::*;
use crate::calendar::{office_now, office_timestamp};
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime, date, time},
};
use proptest::prelude::*;

const OFFICE: &str = "hcm-pc06";

const RULES: fn() -> OfferRules = OfferRules::default;

fn at(hour: i8, minute: i8) -> Timestamp {
    office_timestamp(date(2026, 11, 23).at(hour, minute, 0, 0))
}

fn local(text: &str) -> DateTime {
    text.parse().unwrap()
}

#[test]
fn the_night_does_not_count() {
    for (asked, minutes, ends) in [
        ((9, 0), 30, "2026-11-23T09:30"),
        ((20, 30), 30, "2026-11-23T21:00"),
        ((20, 50), 30, "2026-11-24T07:20"),
        ((21, 0), 30, "2026-11-24T07:30"),
        ((3, 0), 30, "2026-11-23T07:30"),
        ((6, 59), 30, "2026-11-23T07:30"),
        ((7, 0), 30, "2026-11-23T07:30"),
        ((20, 0), 240, "2026-11-24T10:00"),
        ((8, 0), 14 * 60 + 30, "2026-11-24T08:30"),
    ] {
        let end = office_now(RULES().answer_until(at(asked.0, asked.1), minutes));
        assert_eq!(end, local(ends), "{asked:?} {minutes}");
    }
    assert_eq!(office_now(RULES().tell_at(at(22, 0))), local("2026-11-24T07:00"));
    assert_eq!(office_now(RULES().tell_at(at(2, 0))), local("2026-11-23T07:00"));
    assert_eq!(RULES().tell_at(at(20, 59)), at(20, 59));
}

fn waiter(kind: Kind) -> Waiter {
    Waiter {
        kind,
        wish: Wish {
            offices: vec![OFFICE.to_owned(), "hcm-quan-10".to_owned()],
            from: date(2026, 11, 24),
            to: date(2026, 12, 4),
            earliest: None,
            latest: None,
        },
        visit: local("2026-12-04T09:00"),
        offered: Vec::new(),
        rules: RULES(),
    }
}

#[test]
fn what_suits() {
    let now = at(8, 0);
    let plain = waiter(Kind::Earlier);
    for (office, when, suits, why) in [
        (OFFICE, "2026-11-25T07:30", true, "within the wish"),
        (
            "hcm-quan-10",
            "2026-11-24T07:30",
            true,
            "another office of the wish",
        ),
        (
            "dn-hai-chau",
            "2026-11-25T07:30",
            false,
            "not an office of the wish",
        ),
        (OFFICE, "2026-11-23T15:00", false, "today"),
        (OFFICE, "2026-12-04T08:40", true, "the same day, earlier"),
        (OFFICE, "2026-12-04T09:00", false, "what they have"),
        (OFFICE, "2026-12-04T10:00", false, "later than what they have"),
        (OFFICE, "2026-12-05T07:30", false, "after the range"),
    ] {
        assert_eq!(plain.suits(office, local(when), now), suits, "{why}");
    }
    let afternoons = Waiter {
        wish: Wish {
            earliest: Some(time(13, 0, 0, 0)),
            latest: Some(time(15, 0, 0, 0)),
            ..plain.wish.clone()
        },
        ..plain.clone()
    };
    assert!(!afternoons.suits(OFFICE, local("2026-11-25T12:50"), now));
    assert!(afternoons.suits(OFFICE, local("2026-11-25T13:00"), now));
    assert!(afternoons.suits(OFFICE, local("2026-11-25T15:00"), now));
    assert!(!afternoons.suits(OFFICE, local("2026-11-25T15:10"), now));
    let again = Waiter {
        offered: vec![(OFFICE.to_owned(), local("2026-11-25T07:30"))],
        ..plain
    };
    assert!(!again.suits(OFFICE, local("2026-11-25T07:30"), now), "not twice");
    assert!(again.suits("hcm-quan-10", local("2026-11-25T07:30"), now));
}

#[test]
fn an_installation_sets_its_own_windows_within_reason() {
    let own = OfferRules {
        earlier_minutes: 60,
        closure_minutes: 600,
        day_from: time(8, 0, 0, 0),
        day_to: time(20, 0, 0, 0),
    };
    assert_eq!(own.check(), Ok(()));
    assert_eq!(office_now(own.tell_at(at(20, 30))), local("2026-11-24T08:00"));
    let slow = Waiter {
        rules: own,
        ..waiter(Kind::Earlier)
    };
    assert_eq!(
        office_now(slow.answer_until(at(19, 30))),
        local("2026-11-24T08:30")
    );
    let usual = OfferRules::default();
    assert_eq!(usual.check(), Ok(()));
    for (wrong, name) in [
        (
            OfferRules {
                earlier_minutes: 9,
                ..usual
            },
            "offers.earlier_minutes",
        ),
        (
            OfferRules {
                earlier_minutes: 241,
                ..usual
            },
            "offers.earlier_minutes",
        ),
        (
            OfferRules {
                closure_minutes: 59,
                ..usual
            },
            "offers.closure_minutes",
        ),
        (
            OfferRules {
                closure_minutes: 1_441,
                ..usual
            },
            "offers.closure_minutes",
        ),
        (
            OfferRules {
                earlier_minutes: 120,
                closure_minutes: 60,
                ..usual
            },
            "offers.closure_minutes",
        ),
        (
            OfferRules {
                day_from: time(4, 50, 0, 0),
                ..usual
            },
            "offers.day_from",
        ),
        (
            OfferRules {
                day_to: time(23, 10, 0, 0),
                ..usual
            },
            "offers.day_to",
        ),
    ] {
        assert_eq!(wrong.check().map_err(|(field, _)| field), Err(name));
    }
}

#[test]
fn a_visit_early_in_the_morning_is_not_offered_the_night_before() {
    let evening = at(20, 50);
    let waiter = waiter(Kind::Earlier);
    // Asked at 20:50, answered by 7:20, two hours to get there.
    assert!(!waiter.suits(OFFICE, local("2026-11-24T09:10"), evening));
    assert!(waiter.suits(OFFICE, local("2026-11-24T09:20"), evening));
}

#[test]
fn the_earliest_is_best_and_for_a_closed_day_the_nearest() {
    let free = [
        "2026-11-25T07:30",
        "2026-12-03T14:00",
        "2026-12-03T09:30",
        "2026-12-01T09:00",
    ]
    .map(local);
    let now = at(8, 0);
    assert_eq!(waiter(Kind::Earlier).best(OFFICE, free, now), Some(free[0]));
    assert_eq!(waiter(Kind::Closure).best(OFFICE, free, now), Some(free[2]));
    assert_eq!(waiter(Kind::Closure).best("dn-hai-chau", free, now), None);
}

/// Minutes of daytime between two instants, counted one by one.
fn daytime(from: Timestamp, to: Timestamp) -> i64 {
    let minutes = to.duration_since(from).as_mins();
    let minute = |n: i64| from.saturating_add(SignedDuration::from_mins(n)).unwrap();
    (0..minutes)
        .filter(|n| !RULES().is_quiet(office_now(minute(*n))))
        .count() as i64
}

proptest! {
    #[test]
    fn whoever_is_asked_has_their_minutes_by_day(start in 0i64..20_000, minutes in 1u16..1_500) {
        let now = at(0, 0).saturating_add(SignedDuration::from_mins(start)).unwrap();
        let end = RULES().answer_until(now, minutes);
        prop_assert_eq!(daytime(now, end), i64::from(minutes));
        let last = end.saturating_sub(SignedDuration::from_mins(1)).unwrap();
        prop_assert!(!RULES().is_quiet(office_now(last)), "it ends by day");
        prop_assert!(!RULES().is_quiet(office_now(RULES().tell_at(now))));
        prop_assert!(RULES().tell_at(now) >= now && RULES().tell_at(now) < end);
    }

    /// Whatever is free and whatever was offered: the best suits, and nothing that suits is better.
    #[test]
    fn the_best_suits_and_none_is_better(
        free in prop::collection::vec((0i32..20, 42i64..102), 0..40),
        offered in prop::collection::vec((0i32..20, 42i64..102), 0..10),
        closure in any::<bool>(),
    ) {
        let moment = |(day, ten): (i32, i64)| {
            let day: Date = date(2026, 11, 20).saturating_add(jiff::Span::new().days(day));
            day.at(0, 0, 0, 0).saturating_add(SignedDuration::from_mins(10 * ten))
        };
        let free: Vec<DateTime> = free.into_iter().map(moment).collect();
        let waiter = Waiter {
            offered: offered.into_iter().map(|one| (OFFICE.to_owned(), moment(one))).collect(),
            ..waiter(if closure { Kind::Closure } else { Kind::Earlier })
        };
        let now = at(8, 0);
        let best = waiter.best(OFFICE, free.iter().copied(), now);
        let suiting: Vec<_> = free.iter().filter(|at| waiter.suits(OFFICE, **at, now)).collect();
        prop_assert_eq!(best.is_some(), !suiting.is_empty());
        if let Some(best) = best {
            prop_assert!(waiter.suits(OFFICE, best, now));
            prop_assert!(closure || suiting.iter().all(|at| best <= **at));
        }
    }
}
