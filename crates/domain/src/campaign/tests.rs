use super::*;
use crate::{capacity::FreeTick, identity::BirthDate};
use jiff::{
    SignedDuration,
    civil::{Date, Time, date, time},
};
use proptest::prelude::*;

fn due(birth: &str, day: Date) -> Due {
    due_on(&BirthDate::from_iso(birth).unwrap(), day)
}

#[test]
fn fourteen_by_that_day() {
    let day = date(2026, 12, 4);
    for (birth, expected) in [
        ("2012-12-04", Due::Yes),
        ("2012-12-03", Due::Yes),
        ("2012-12-05", Due::From(date(2026, 12, 5))),
        ("2013-01-01", Due::From(date(2027, 1, 1))),
        ("2008-05-20", Due::Yes),
        // Only the year or the month is known.
        ("2011", Due::Yes),
        ("2012", Due::Unclear),
        ("2012-12", Due::Unclear),
        ("2012-11", Due::Yes),
        ("2013", Due::From(date(2027, 12, 31))),
    ] {
        assert_eq!(due(birth, day), expected, "{birth}");
    }
}

#[test]
fn fourteen_for_who_was_born_on_29_february() {
    // 2026 has no 29 February: 28 February counts.
    assert_eq!(due("2012-02-29", date(2026, 2, 28)), Due::Yes);
    assert_eq!(due("2012-02-29", date(2026, 2, 27)), Due::From(date(2026, 2, 28)));
    assert_eq!(due("2012-02-29", date(2026, 3, 1)), Due::Yes);
    // The fourteenth year after a leap year never is one, but the list may be older than fourteen.
    assert_eq!(due("2008-02-29", date(2024, 2, 28)), Due::Yes);
}

#[test]
fn a_team_has_a_noon_break() {
    let spans = |from: Time, to: Time| {
        let sessions = stop_sessions(from, to)?;
        Some(
            sessions
                .iter()
                .map(|one| (one.from(), one.to()))
                .collect::<Vec<_>>(),
        )
    };
    let at = |hour, minute| time(hour, minute, 0, 0);
    assert_eq!(
        spans(at(8, 0), at(16, 0)),
        Some(vec![(at(8, 0), at(11, 30)), (at(13, 0), at(16, 0))])
    );
    assert_eq!(spans(at(8, 0), at(12, 0)), Some(vec![(at(8, 0), at(12, 0))]));
    assert_eq!(spans(at(13, 0), at(17, 0)), Some(vec![(at(13, 0), at(17, 0))]));
    for (from, to) in [
        (at(8, 0), at(8, 0)),
        (at(9, 0), at(8, 0)),
        (at(8, 5), at(9, 0)),
        (at(5, 50), at(9, 0)),
        (at(19, 0), at(21, 10)),
    ] {
        assert_eq!(spans(from, to), None, "{from} {to}");
    }
}

fn free(places: &[u16]) -> Vec<FreeTick> {
    let from = time(8, 0, 0, 0);
    let start = |n: usize| from.saturating_add(SignedDuration::from_mins(10 * n as i64));
    places
        .iter()
        .enumerate()
        .map(|(n, free)| FreeTick {
            start: start(n),
            free: *free,
        })
        .collect()
}

#[test]
fn as_many_begin_together_as_there_are_stations() {
    let at = |text: &str| text.parse::<Time>().unwrap();
    assert_eq!(
        seats(&free(&[2, 2, 2, 2]), 2, 3),
        [at("08:00"), at("08:00"), at("08:20")]
    );
    assert_eq!(
        seats(&free(&[2, 1, 0, 2, 2]), 2, 9),
        [at("08:00"), at("08:30"), at("08:30")]
    );
    assert!(seats(&free(&[1]), 2, 5).is_empty());
}

#[test]
fn a_round_takes_each_as_early_as_they_fit() {
    let at = |text: &str| Some(text.parse::<Time>().unwrap());
    // One station, four ticks: three for the first, so that the second has no room and the third does.
    assert_eq!(
        round(&free(&[1, 1, 1, 1]), &[3, 2, 1]),
        [at("08:00"), None, at("08:30")]
    );
    assert_eq!(
        round(&free(&[2, 2]), &[2, 2, 2]),
        [at("08:00"), at("08:00"), None]
    );
    // A break of an hour.
    let mut broken = free(&[1, 1, 1]);
    broken[2].start = time(9, 20, 0, 0);
    assert_eq!(round(&broken, &[3, 2, 1]), [None, at("08:00"), at("09:20")]);
}

#[test]
fn classes_stay_together_in_the_order_of_the_list() {
    assert_eq!(class_order(&["9B", "9A", "9B", "9A", "9C"]), [0, 2, 1, 3, 4]);
    assert!(class_order(&[]).is_empty());
}

proptest! {
    /// However the places lie: nobody's visit takes a tick that is full, and the times are in order.
    #[test]
    fn seats_never_oversell(places in proptest::collection::vec(0u16..4, 0..40), needed in 1u8..5, wanted in 0usize..90) {
        let ticks = free(&places);
        let given = seats(&ticks, needed, wanted);
        prop_assert!(given.len() <= wanted);
        prop_assert!(given.is_sorted());
        for tick in &ticks {
            let covers = |start: &&Time| {
                let minutes = start.duration_until(tick.start).as_mins();
                (0..10 * i64::from(needed)).contains(&minutes)
            };
            prop_assert!(given.iter().filter(covers).count() <= usize::from(tick.free));
        }
    }

    /// Every class is one piece, and nobody is lost.
    #[test]
    fn a_class_is_one_piece(classes in proptest::collection::vec("[A-D]", 0..30)) {
        let names: Vec<&str> = classes.iter().map(String::as_str).collect();
        let order = class_order(&names);
        let mut sorted = order.clone();
        sorted.sort_unstable();
        prop_assert_eq!(sorted, (0..names.len()).collect::<Vec<_>>());
        let mut seen: Vec<&str> = order.iter().map(|at| names[*at]).collect();
        seen.dedup();
        let distinct: std::collections::BTreeSet<&str> = seen.iter().copied().collect();
        prop_assert_eq!(seen.len(), distinct.len());
    }
}
