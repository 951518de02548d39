use super::*;
use crate::{
    booking::{AgeGroup, Service},
    capacity::{FreeTick, VisitLengths},
};
use jiff::{
    SignedDuration,
    civil::{Time, time},
};
use proptest::prelude::*;

const OPENING: Time = time(7, 30, 0, 0);
const USUAL: VisitLengths = VisitLengths::USUAL;

fn at(tick: usize) -> Time {
    OPENING.saturating_add(SignedDuration::from_mins(10 * i64::try_from(tick).unwrap()))
}

fn day(free: &[u16]) -> Vec<FreeTick> {
    let tick = |(n, free): (usize, &u16)| FreeTick {
        start: at(n),
        free: *free,
    };
    free.iter().enumerate().map(tick).collect()
}

fn family(text: &str) -> Family {
    text.parse().unwrap()
}

/// Grandmother, mother, child with an account: 3, 2 and 4 ticks.
const THREE: &str = "card.from_60,card.from_14_to_59,card_and_account.from_6_to_13";

#[test]
fn two_to_six_who_can_have_what_they_ask_for() {
    let one = "card.from_60";
    let many = |count: usize| vec![one; count].join(",").parse::<Family>();
    assert!(many(1).is_err() && many(7).is_err() && "".parse::<Family>().is_err());
    assert!(many(2).is_ok() && many(6).is_ok());
    for wrong in [
        "card",
        "card.from_61",
        "card.from_60,",
        "account.under_6,card.from_60",
    ] {
        assert!(format!("{one},{wrong}").parse::<Family>().is_err(), "{wrong}");
    }
    assert_eq!(family(THREE).to_string(), THREE);
    let json = serde_json::to_string(&family(THREE)).unwrap();
    assert_eq!(serde_json::from_str::<Family>(&json).unwrap(), family(THREE));
    assert!(serde_json::from_str::<Family>("[]").is_err());
}

#[test]
fn the_oldest_first_then_the_children() {
    let all = "card.from_14_to_59,card.under_6,card.from_60,card.from_6_to_13,card.from_60";
    assert_eq!(family(all).turns(), [2, 4, 1, 3, 0]);
    assert_eq!(family(all).most_at_once(), 3);
    assert_eq!(family("card.under_6,card.from_6_to_13").most_at_once(), 1);
}

#[test]
fn at_one_station_one_after_another() {
    let window = window_at(&day(&[1; 12]), &family(THREE), USUAL, OPENING).unwrap();
    // Grandmother 7:30, child 8:00, mother 8:40.
    assert_eq!(window.starts, [at(0), at(7), at(3)]);
    assert_eq!((window.start, window.end), (at(0), at(9)));
    assert_eq!(
        window_at(&day(&[1; 8]), &family(THREE), USUAL, OPENING),
        None,
        "the session is too short"
    );
}

#[test]
fn side_by_side_where_there_is_room_but_a_child_never_alone() {
    let window = window_at(&day(&[5; 12]), &family(THREE), USUAL, OPENING).unwrap();
    // Grandmother and child first, the mother free to stay with the child; then the mother.
    assert_eq!(window.starts, [at(0), at(3), at(0)]);
    assert_eq!(window.end, at(5));
    // Two grown-ups alone go both at once.
    let pair = window_at(
        &day(&[2; 3]),
        &family("card.from_14_to_59,account.from_14_to_59"),
        USUAL,
        OPENING,
    );
    assert_eq!(pair.unwrap().starts, [at(0), at(0)]);
}

/// An office where a card takes forty minutes has room for the pair where it has forty.
#[test]
fn an_office_may_need_longer() {
    let pair = family("card.from_14_to_59,card.from_14_to_59");
    let slow = VisitLengths {
        card: 40,
        longer: 40,
        ..USUAL
    };
    assert_eq!(windows(&day(&[1; 7]), &pair, slow), []);
    let window = window_at(&day(&[1; 8]), &pair, slow, OPENING).unwrap();
    assert_eq!((window.starts, window.end), (vec![at(0), at(4)], at(8)));
}

#[test]
fn no_break_and_no_gap() {
    let pair = family("card.from_14_to_59,card.from_14_to_59");
    // Two sessions of two ticks each: nobody is asked to wait over noon.
    let mut broken = day(&[1; 4]);
    for tick in broken.iter_mut().skip(2) {
        tick.start = tick.start.saturating_add(SignedDuration::from_mins(90));
    }
    assert_eq!(windows(&broken, &pair, USUAL), []);
    // A place taken between the two would let them wait.
    assert_eq!(windows(&day(&[1, 1, 0, 1, 1]), &pair, USUAL), []);
    assert_eq!(windows(&day(&[1, 1, 0, 1, 1, 1, 1]), &pair, USUAL).len(), 1);
    assert_eq!(windows(&[], &pair, USUAL), []);
}

#[test]
fn offers_are_half_an_hour_apart_at_least() {
    let pair = family("card.from_14_to_59,card.from_14_to_59");
    let offered = windows(&day(&[2; 9]), &pair, USUAL);
    let starts: Vec<Time> = offered.iter().map(|window| window.start).collect();
    assert_eq!(starts, [at(0), at(3), at(6)]);
    let late = windows(&day(&[0, 2, 2, 2]), &pair, USUAL);
    assert_eq!(late.first().map(|window| window.start), Some(at(1)));
}

fn members() -> impl Strategy<Value = Family> {
    let member = (
        prop::sample::select(Service::ALL.to_vec()),
        prop::sample::select(AgeGroup::ALL.to_vec()),
    )
        .prop_map(|(service, age_group)| Member { service, age_group })
        .prop_filter("possible", |member| member.is_possible());
    prop::collection::vec(member, FEWEST_MEMBERS..=4).prop_filter_map("a family", Family::new)
}

/// Every seating in the family's order, tried one by one: does any keep all the rules?
fn any_seating(free: &[u16], family: &Family, so_far: &mut Vec<(usize, usize)>) -> bool {
    let turns = family.turns();
    let Some(turn) = turns.get(so_far.len()) else {
        return keeps_rules(free, family, so_far);
    };
    let length = usize::from(family.members()[*turn].ticks());
    let from = so_far.last().map_or(0, |(at, _)| *at);
    let to = if so_far.is_empty() { 0 } else { free.len() };
    (from..=to).any(|at| {
        so_far.push((at, length));
        let found = any_seating(free, family, so_far);
        so_far.pop();
        found
    })
}

/// The rules as they are written, tick by tick; `seats` are begin and length.
fn keeps_rules(free: &[u16], family: &Family, seats: &[(usize, usize)]) -> bool {
    let end = seats.iter().map(|(at, length)| at + length).max().unwrap_or(0);
    let there = |tick: usize| {
        let count = seats
            .iter()
            .filter(|(at, length)| (*at..at + length).contains(&tick))
            .count();
        u16::try_from(count).unwrap()
    };
    end <= free.len()
        && (0..end).all(|tick| (1..=free[tick].min(family.most_at_once())).contains(&there(tick)))
}

proptest! {
    #[test]
    fn a_window_is_found_where_and_only_where_one_exists(
        free in prop::collection::vec(0u16..4, 1..9), family in members(),
    ) {
        let found = window_at(&day(&free), &family, USUAL, OPENING);
        prop_assert_eq!(found.is_some(), any_seating(&free, &family, &mut Vec::new()));
        if let Some(window) = found {
            let tick = |time: &Time| usize::try_from(OPENING.duration_until(*time).as_mins() / 10).unwrap();
            let turns = family.turns();
            let seats: Vec<_> = turns
                .iter()
                .map(|turn| (tick(&window.starts[*turn]), usize::from(family.members()[*turn].ticks())))
                .collect();
            prop_assert!(keeps_rules(&free, &family, &seats), "{seats:?}");
            prop_assert!(seats.is_sorted_by_key(|(at, _)| *at), "the order is kept: {seats:?}");
            prop_assert_eq!(seats.iter().map(|(at, length)| at + length).max(), Some(tick(&window.end)));
        }
    }

    #[test]
    fn every_offer_can_be_taken(free in prop::collection::vec(0u16..4, 1..30), family in members()) {
        let ticks = day(&free);
        let offered = windows(&ticks, &family, USUAL);
        for window in &offered {
            prop_assert_eq!(window_at(&ticks, &family, USUAL, window.start), Some(window.clone()));
        }
        let any = ticks.iter().any(|tick| window_at(&ticks, &family, USUAL, tick.start).is_some());
        prop_assert_eq!(any, !offered.is_empty(), "a day with room shows some");
    }
}
