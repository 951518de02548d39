use super::*;
use crate::{
    booking::{AgeGroup, Service, bookable_days},
    calendar::{Calendar, days_after, days_between, sessions_on},
    identity::BirthDate,
    office::Office,
};
use jiff::civil::{Time, date, time};
use proptest::prelude::*;

fn at(hour: i8, minute: i8) -> Time {
    time(hour, minute, 0, 0)
}

fn free(from: Time, places: &[u16]) -> Vec<FreeTick> {
    let step = |n: usize| jiff::SignedDuration::from_mins(10 * n as i64);
    places
        .iter()
        .enumerate()
        .map(|(n, free)| FreeTick {
            start: from.saturating_add(step(n)),
            free: *free,
        })
        .collect()
}

fn starts(ticks: &[FreeTick], needed: u8) -> Vec<String> {
    slot_starts(ticks, needed)
        .iter()
        .map(|slot| format!("{}x{}", slot.start.strftime("%H:%M"), slot.free))
        .collect()
}

#[test]
fn lengths_of_visits() {
    for (service, group, minutes) in [
        (Service::Card, AgeGroup::From14To59, 20),
        (Service::Card, AgeGroup::From6To13, 30),
        (Service::Card, AgeGroup::From60, 30),
        (Service::Card, AgeGroup::Under6, 20),
        (Service::CardAndAccount, AgeGroup::From14To59, 30),
        (Service::CardAndAccount, AgeGroup::From60, 40),
        (Service::Account, AgeGroup::From60, 10),
    ] {
        assert_eq!(minutes_for(service, group), minutes, "{service} {group}");
    }
}

fn capacities(stations: u16, share: u8, opens: Time, closes: Time) -> Vec<u16> {
    online_ticks(stations, share, opens, closes)
        .iter()
        .map(|tick| tick.capacity)
        .collect()
}

#[test]
fn the_online_share_lies_in_one_piece() {
    assert_eq!(capacities(1, 40, at(7, 30), at(8, 30)), [1, 1, 1, 0, 0, 0]);
    assert_eq!(capacities(1, 30, at(7, 30), at(8, 30)), [1, 1, 1, 1, 0, 0]);
    assert_eq!(capacities(2, 50, at(7, 30), at(8, 30)), [1; 6]);
    assert_eq!(capacities(3, 40, at(7, 30), at(8, 30)), [2, 2, 2, 2, 1, 1]);
    assert_eq!(capacities(2, 0, at(7, 30), at(8, 0)), [2; 3]);
    assert_eq!(capacities(2, 100, at(7, 30), at(8, 0)), [0; 3]);
    assert_eq!(
        capacities(1, 40, at(7, 30), at(9, 5)),
        [1, 1, 1, 0, 0, 0, 1, 0, 0],
        "1.8 of 3, and no half tick"
    );
    assert!(capacities(4, 40, at(11, 30), at(7, 30)).is_empty());
}

fn office() -> Office {
    serde_json::from_str(
        r#"{"id":"hcm-thu-nghiem","name":{"vi":"Điểm thử","en":"Test point"},"kind":"commune_police",
        "street":null,"commune":"Phường Diên Hồng","commune_code":"27169","province_code":"79","legacy_name":null,
        "legacy_districts":[],"stations":2,"walk_in_share":40,"hours":{"weekdays":[
        {"from":"07:30:00","to":"11:30:00"},{"from":"13:00:00","to":"17:00:00"}],
        "saturday":[{"from":"07:30:00","to":"11:30:00"}]},"hours_verified":false,"address_verified":true,
        "valid_from":"2025-07-01","valid_to":null,"card_intake_enabled":true,"step_free":null,"note":null,
        "source":"test"}"#,
    )
    .unwrap()
}

fn calendar() -> Calendar {
    let closure = "2026-12-01,LOCAL_CLOSURE,yes,hcm-thu-nghiem,Bảo trì,Maintenance,Notice\n";
    Calendar::parse(&format!(
        "{}{closure}",
        include_str!("../../../../data/holidays.csv")
    ))
    .unwrap()
}

#[test]
fn sessions_follow_week_holidays_and_worked_saturdays() {
    let (office, calendar) = (office(), calendar());
    for (day, sessions, why) in [
        (date(2026, 11, 23), 2, "a Monday"),
        (date(2026, 11, 24), 0, "a holiday"),
        (date(2026, 11, 28), 1, "a Saturday morning"),
        (date(2026, 11, 29), 0, "a Sunday"),
        (date(2026, 8, 22), 2, "a worked Saturday"),
        (date(2026, 4, 27), 0, "a day off in lieu"),
        (date(2027, 5, 1), 0, "a holiday on a Saturday"),
        (date(2026, 12, 1), 0, "closed for maintenance"),
        (date(2025, 6, 30), 0, "before the office existed"),
    ] {
        assert_eq!(
            sessions_on(&office, day, &calendar).len(),
            sessions,
            "{day}: {why}"
        );
    }
    let disabled = Office {
        card_intake_enabled: false,
        ..office
    };
    assert!(sessions_on(&disabled, date(2026, 11, 23), &calendar).is_empty());
}

#[test]
fn a_day_of_an_office() {
    let ticks = online_capacity(&office(), date(2026, 11, 23), &calendar());
    assert_eq!(ticks.len(), 48);
    assert_eq!(ticks[23].start, at(11, 20));
    assert_eq!(ticks[24].start, at(13, 0));
    let places: u16 = ticks.iter().map(|tick| tick.capacity).sum();
    assert_eq!(places, 8 * 7, "7 of 12 station-ticks an hour");
    let free: Vec<FreeTick> = ticks
        .iter()
        .map(|tick| FreeTick {
            start: tick.start,
            free: tick.capacity,
        })
        .collect();
    assert_eq!(slot_starts(&free, 2).len(), 24);
    assert!(online_capacity(&office(), date(2026, 11, 24), &calendar()).is_empty());
}

#[test]
fn a_session_that_ends_with_the_day() {
    let ticks = online_ticks(1, 0, at(23, 30), time(23, 59, 59, 0));
    assert_eq!(ticks.len(), 2);
    assert_eq!(ticks[1].start, at(23, 40));
}

#[test]
fn start_times_on_the_grid() {
    let ticks = free(at(7, 30), &[2, 1, 1, 1, 1, 1]);
    assert_eq!(starts(&ticks, 2), ["07:30x1", "07:50x1", "08:10x1"]);
    assert_eq!(starts(&ticks, 3), ["07:30x1", "08:00x1"]);
    assert_eq!(
        starts(&ticks, 1),
        ["07:30x2", "07:40x1", "07:50x1", "08:00x1", "08:10x1", "08:20x1"]
    );
    assert!(starts(&ticks, 7).is_empty());
    assert!(starts(&[], 2).is_empty());
}

#[test]
fn gaps_beside_the_grid_are_offered_too() {
    let ticks = free(at(7, 30), &[0, 1, 1, 0, 1, 1, 1]);
    assert_eq!(starts(&ticks, 2), ["07:40x1", "08:10x1"]);
    let ticks = free(at(7, 30), &[0, 1, 1, 1, 1, 0]);
    assert_eq!(
        starts(&ticks, 2),
        ["07:50x1"],
        "08:10 is taken, and 07:40 would overlap 07:50"
    );
}

#[test]
fn no_visit_spans_the_noon_break() {
    let mut ticks = free(at(11, 10), &[1, 1]);
    ticks.extend(free(at(13, 0), &[1, 1]));
    assert_eq!(starts(&ticks, 3), Vec::<String>::new());
    assert_eq!(starts(&ticks, 2), ["11:10x1", "13:00x1"]);
}

proptest! {
    #[test]
    fn the_share_is_never_exceeded(stations in 0u16..40, share in 0u8..=100, minutes in 0i64..600) {
        let closes = at(7, 30).saturating_add(jiff::SignedDuration::from_mins(minutes));
        let ticks = online_ticks(stations, share, at(7, 30), closes);
        let total: u32 = ticks.iter().map(|tick| u32::from(tick.capacity)).sum();
        prop_assert!(total * 100 <= u32::from(stations) * ticks.len() as u32 * u32::from(100 - share));
        prop_assert!(ticks.iter().all(|tick| tick.capacity <= stations));
    }

    /// Whoever books whichever offered time in whatever order: no tick ever holds more than it has places, and as
    /// long as a visit fits somewhere, something is offered.
    #[test]
    fn booking_what_is_offered_never_exceeds_capacity(
        places in prop::collection::vec(0u16..4, 1..40),
        visits in prop::collection::vec((1u8..=4, any::<prop::sample::Index>()), 0..120),
    ) {
        let mut ticks = free(at(7, 30), &places);
        for (needed, pick) in visits {
            let offered = slot_starts(&ticks, needed);
            let needed = usize::from(needed);
            let fits = ticks.windows(needed).any(|span| span.iter().all(|tick| tick.free > 0));
            prop_assert_eq!(offered.is_empty(), !fits);
            if offered.is_empty() { continue; }
            let slot = offered[pick.index(offered.len())];
            let from = ticks.iter().position(|tick| tick.start == slot.start).unwrap();
            let span = &mut ticks[from..from + needed];
            prop_assert_eq!(span.iter().map(|tick| tick.free).min(), Some(slot.free));
            for tick in span {
                prop_assert!(tick.free > 0);
                tick.free -= 1;
            }
        }
    }

    #[test]
    fn offered_times_do_not_overlap(places in prop::collection::vec(0u16..3, 1..40), needed in 1u8..5) {
        let offered = slot_starts(&free(at(7, 30), &places), needed);
        let length = jiff::SignedDuration::from_mins(10 * i64::from(needed));
        for pair in offered.windows(2) {
            prop_assert!(pair[0].start.duration_until(pair[1].start) >= length);
        }
    }
}

#[test]
fn a_place_is_long_enough_on_every_day_that_can_be_booked() {
    // The last day is 22 December.
    let today = date(2026, 11, 22);
    for (birth, group, minutes) in [
        ("1966-12-22", AgeGroup::From60, 30),
        ("1966-12-23", AgeGroup::From14To59, 20),
        ("2020-12-22", AgeGroup::From6To13, 30),
        ("2020-12-23", AgeGroup::Under6, 20),
        ("2012-12-22", AgeGroup::From6To13, 30),
    ] {
        let birth = BirthDate::from_iso(birth).expect("a date");
        let found = slot_group(Service::Card, &birth, today, today);
        assert_eq!(
            (found, minutes_for(Service::Card, found)),
            (group, minutes),
            "{birth}"
        );
        let (first, last) = bookable_days(today);
        for days in 0..=days_between(first, last) {
            let day = days_after(first, days);
            assert!(
                ticks_for(Service::Card, AgeGroup::of(&birth, day)) <= ticks_for(Service::Card, found),
                "{birth} {day}"
            );
        }
        assert_eq!(
            slot_group(Service::Account, &birth, today, today),
            AgeGroup::of(&birth, today)
        );
    }
}
