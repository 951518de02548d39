use super::*;
use crate::calendar::office_timestamp;
use jiff::{SignedDuration, Timestamp, civil::date};
use proptest::prelude::*;

const RULES: QueueRules = QueueRules {
    elderly_from: 60,
    early_minutes: 15,
    on_time_minutes: 10,
    out_of_turn: 3,
    calls: 2,
    absences: 2,
};

/// A minute of the day, office time.
fn at(hour: i8, minute: i8) -> Timestamp {
    office_timestamp(date(2026, 11, 25).at(hour, minute, 0, 0))
}

fn walk_in(number: u16, arrived: Timestamp) -> Waiter {
    Waiter {
        number,
        priority: Priority::None,
        visit_at: None,
        arrived_at: arrived,
        waits_from: arrived,
        absences: 0,
        station: None,
    }
}

fn booked(number: u16, arrived: Timestamp, visit: Timestamp) -> Waiter {
    Waiter {
        visit_at: Some(visit),
        ..walk_in(number, arrived)
    }
}

/// Numbers and grounds in the order of the line.
fn line(waiters: &[Waiter], now: Timestamp) -> Vec<(u16, Why)> {
    let order = order(waiters, 0, &RULES, now);
    order
        .iter()
        .map(|pick| (waiters[pick.index].number, pick.why))
        .collect()
}

#[test]
fn the_defaults_are_those_of_the_documents() {
    assert_eq!(QueueRules::default(), RULES);
}

#[test]
fn priority_then_on_time_then_late_then_without_appointment() {
    let elderly = Waiter {
        priority: Priority::Elderly,
        ..walk_in(5, at(8, 50))
    };
    let waiters = [
        booked(1, at(8, 45), at(8, 30)),
        booked(2, at(8, 46), at(9, 0)),
        walk_in(3, at(8, 47)),
        booked(4, at(8, 48), at(9, 0)),
        elderly,
    ];
    // 1 has waited longest and is called after three that passed over it.
    assert_eq!(
        line(&waiters, at(8, 55)),
        [
            (5, Why::Priority),
            (2, Why::OnTime),
            (4, Why::OnTime),
            (1, Why::Late),
            (3, Why::WalkIn),
        ]
    );
}

#[test]
fn after_three_calls_out_of_turn_whoever_has_waited_longest() {
    let mut waiters = vec![walk_in(1, at(8, 0)), walk_in(2, at(8, 1))];
    waiters.extend((3..10).map(|n| booked(n, at(8, 30), at(8, 40))));
    let numbers: Vec<(u16, Why)> = line(&waiters, at(8, 35)).into_iter().take(8).collect();
    assert_eq!(
        numbers,
        [
            (3, Why::OnTime),
            (4, Why::OnTime),
            (5, Why::OnTime),
            (1, Why::Longest),
            (6, Why::OnTime),
            (7, Why::OnTime),
            (8, Why::OnTime),
            (2, Why::Longest),
        ]
    );
}

#[test]
fn priority_people_are_ordered_as_all_others_are() {
    let first = |waiter: Waiter| Waiter {
        priority: Priority::Pregnant,
        ..waiter
    };
    let waiters = [
        first(walk_in(1, at(8, 0))),
        first(booked(2, at(8, 20), at(8, 5))),
        first(booked(3, at(8, 25), at(8, 30))),
    ];
    let numbers: Vec<u16> = line(&waiters, at(8, 30))
        .iter()
        .map(|(number, _)| *number)
        .collect();
    assert_eq!(numbers, [3, 2, 1]);
}

#[test]
fn who_comes_long_before_their_time_waits_unless_nobody_else_does() {
    let early = booked(1, at(8, 0), at(10, 0));
    let other = walk_in(2, at(8, 30));
    assert_eq!(
        line(&[early.clone(), other], at(8, 31)),
        [(2, Why::WalkIn), (1, Why::Early)]
    );
    let alone = next(std::slice::from_ref(&early), 1, 0, &RULES, at(8, 31)).unwrap();
    assert_eq!((alone.index, alone.why), (0, Why::Early));
    // From a quarter of an hour before the time it is their turn like anybody's.
    assert_eq!(early.why(&RULES, at(9, 44)), Why::Early);
    assert_eq!(early.why(&RULES, at(9, 45)), Why::OnTime);
}

#[test]
fn on_time_ends_ten_minutes_after_the_time() {
    assert_eq!(booked(1, at(9, 10), at(9, 0)).why(&RULES, at(9, 30)), Why::OnTime);
    assert_eq!(booked(1, at(9, 11), at(9, 0)).why(&RULES, at(9, 30)), Why::Late);
}

#[test]
fn who_was_not_there_stands_at_the_end() {
    let gone = Waiter {
        absences: 1,
        waits_from: at(8, 20),
        priority: Priority::Elderly,
        ..walk_in(1, at(8, 0))
    };
    let waiters = [gone, walk_in(2, at(8, 10)), walk_in(3, at(8, 40))];
    assert_eq!(
        line(&waiters, at(8, 45)),
        [(2, Why::WalkIn), (3, Why::WalkIn), (1, Why::Back)]
    );
}

#[test]
fn only_the_station_they_were_sent_to_calls_those_sent_on() {
    let sent = Waiter {
        station: Some(2),
        ..walk_in(1, at(8, 30))
    };
    let waiters = [sent, walk_in(2, at(8, 0))];
    let called = |station| {
        next(&waiters, station, 0, &RULES, at(8, 40)).map(|pick| (waiters[pick.index].number, pick.why))
    };
    assert_eq!(called(1), Some((2, Why::WalkIn)));
    assert_eq!(called(2), Some((1, Why::Transferred)));
    assert_eq!(next(&waiters[..1], 1, 0, &RULES, at(8, 40)), None);
}

#[test]
fn minutes_come_from_the_counter_and_begin_with_the_booked_ones() {
    assert_eq!(expected_minutes(&[], 20), 20);
    assert_eq!(expected_minutes(&[5, 5], 20), 20, "two say little");
    assert_eq!(expected_minutes(&[12; 6], 20), 12);
    assert_eq!(
        expected_minutes(&[12, 90, 13, 11, 12, 14, 12, 13], 20),
        14,
        "one that took long changes little"
    );
    assert_eq!(expected_minutes(&[0; 20], 0), 1);
}

#[test]
fn whoever_is_next_goes_to_the_station_that_is_free_first() {
    let stations = [
        Station {
            number: 1,
            free_in: 10,
        },
        Station {
            number: 2,
            free_in: 0,
        },
    ];
    let line = [(20, None), (20, None), (20, None), (5, Some(1)), (5, None)];
    assert_eq!(
        waits(&stations, &line),
        [Some(0), Some(10), Some(20), Some(30), Some(35)]
    );
    assert_eq!(waits(&[], &line[..1]), [None]);
}

#[test]
fn room_for_people_without_appointment() {
    assert_eq!(room(480, 400), 80);
    assert_eq!(room(100, 400), 0);
}

#[test]
fn numbers_have_three_digits() {
    assert_eq!(
        (number_text(7), number_text(1234)),
        ("007".to_owned(), "1234".to_owned())
    );
}

/// Minute of arrival and of the visit, priority, absences, station.
type Anybody = (i64, Option<i64>, u8, u8, Option<u8>);

fn anybody() -> impl Strategy<Value = Anybody> {
    (
        0..240_i64,
        prop::option::of(0..300_i64),
        0..4_u8,
        0..2_u8,
        prop::option::weighted(0.1, 1..4_u8),
    )
}

fn crowd() -> impl Strategy<Value = Vec<Waiter>> {
    prop::collection::vec(anybody(), 0..40).prop_map(|people| {
        let one = |(number, (came, visit, priority, absences, station)): (u16, Anybody)| {
            let minutes = |minutes: i64| at(7, 30) + SignedDuration::from_mins(minutes);
            Waiter {
                number,
                priority: Priority::ALL[usize::from(priority)],
                visit_at: visit.map(minutes),
                arrived_at: minutes(came),
                waits_from: minutes(came + 30 * i64::from(absences)),
                absences,
                station,
            }
        };
        (1..).zip(people).map(one).collect()
    })
}

proptest! {
    #[test]
    fn everybody_has_one_place_and_the_next_is_the_first(waiters in crowd(), passed in 0..4_u8) {
        let now = at(12, 0);
        let order = order(&waiters, passed, &RULES, now);
        let mut all: Vec<usize> = order.iter().map(|pick| pick.index).collect();
        all.sort_unstable();
        prop_assert_eq!(all, (0..waiters.len()).collect::<Vec<_>>());
        let free: Vec<Waiter> = waiters.iter().filter(|waiter| waiter.station.is_none()).cloned().collect();
        let first = super::order(&free, passed, &RULES, now).first().copied();
        prop_assert_eq!(next(&free, 1, passed, &RULES, now), first);
    }

    /// Nobody starves: whoever is ready is called after at most four calls for each who has waited longer, whoever else
    /// comes meanwhile.
    #[test]
    fn nobody_starves(waiters in crowd(), crowds in 0..60_usize) {
        let now = at(12, 0);
        let mut waiters: Vec<Waiter> = waiters.into_iter().filter(|waiter| waiter.station.is_none()).collect();
        prop_assume!(!waiters.is_empty());
        let last = waiters
            .iter()
            .filter(|waiter| waiter.opens(&RULES) <= now)
            .max_by_key(|waiter| (waiter.since(&RULES), waiter.number))
            .map(|waiter| waiter.number);
        let Some(last) = last else { return Ok(()) };
        let bound = waiters.len() * (usize::from(RULES.out_of_turn) + 1);
        let (mut passed, mut calls) = (0, 0);
        loop {
            // With every call somebody comes who goes first.
            if calls < crowds {
                let number = 1000 + u16::try_from(calls).unwrap();
                waiters.push(Waiter { priority: Priority::Disabled, ..booked(number, now, now) });
            }
            let pick = next(&waiters, 1, passed, &RULES, now).unwrap();
            passed = pick.passed;
            calls += 1;
            if waiters.remove(pick.index).number == last {
                break;
            }
            prop_assert!(calls <= bound, "{} calls for {} people", calls, bound / 4);
        }
    }

    /// As long as it is nobody's turn for having waited longest, no one is called before somebody of a better class who is
    /// ready, nor before who is ready where they are not.
    #[test]
    fn classes_are_kept(waiters in crowd()) {
        let now = at(10, 0);
        let waiters: Vec<Waiter> = waiters.into_iter().filter(|waiter| waiter.station.is_none()).collect();
        let mut left: Vec<&Waiter> = waiters.iter().collect();
        for pick in order(&waiters, 0, &RULES, now) {
            let called = &waiters[pick.index];
            left.retain(|waiter| waiter.number != called.number);
            let ready = |waiter: &Waiter| waiter.opens(&RULES) <= now;
            if !ready(called) {
                prop_assert!(left.iter().all(|waiter| !ready(waiter)), "early before ready");
            } else if pick.why != Why::Longest {
                prop_assert!(left.iter().filter(|waiter| ready(waiter)).all(|waiter| called.rank(&RULES) <= waiter.rank(&RULES)));
            } else {
                prop_assert!(left.iter().filter(|waiter| ready(waiter)).all(|waiter| called.since(&RULES) <= waiter.since(&RULES)));
            }
            prop_assert!(pick.passed <= RULES.out_of_turn);
        }
    }

    #[test]
    fn more_before_you_is_never_less_time(lengths in prop::collection::vec(1..40_u16, 1..30), stations in 1..5_u8) {
        let stations: Vec<Station> = (1..=stations).map(|number| Station { number, free_in: 5 }).collect();
        let line: Vec<(u16, Option<u8>)> = lengths.iter().map(|minutes| (*minutes, None)).collect();
        let told = waits(&stations, &line);
        prop_assert!(told.windows(2).all(|pair| pair[0] <= pair[1]));
        let one = waits(&stations[..1], &line);
        prop_assert!(told.iter().zip(one).all(|(many, one)| *many <= one));
    }
}
