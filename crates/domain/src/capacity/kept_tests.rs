use super::*;
use crate::{
    calendar::{Calendar, office_date},
    capacity::{online_capacity, online_ticks, slot_starts},
    office::{Office, UsualShare},
};
use jiff::civil::date;
use proptest::prelude::*;

fn ticks(places: &[u16]) -> Vec<Tick> {
    let step = |n: usize| SignedDuration::from_mins(10 * n as i64);
    let tick = |(n, capacity): (usize, &u16)| Tick {
        start: time(7, 30, 0, 0).saturating_add(step(n)),
        capacity: *capacity,
    };
    places.iter().enumerate().map(tick).collect()
}

#[test]
fn kept_places_lie_next_to_each_other_in_runs() {
    for (places, share, kept, why) in [
        (&[3, 3, 3, 3, 3, 3][..], 0, &[0, 0, 0, 0, 0, 0][..], "no share"),
        (&[3, 3, 3, 3, 3, 3], 20, &[1, 1, 1, 0, 0, 0], "3.6 of 18"),
        (&[3, 3, 3, 3, 3, 3], 40, &[2, 1, 1, 1, 1, 1], "7.2 of 18"),
        (&[3, 3, 3, 3, 3, 3], 100, &[3, 3, 3, 3, 3, 3], "all"),
        (&[2, 2, 2, 1, 1, 1], 80, &[2, 1, 1, 1, 1, 1], "7.2 of 9"),
        (
            &[2, 2, 2, 0, 0, 0],
            90,
            &[2, 2, 1, 0, 0, 0],
            "never more than there are",
        ),
        (
            &[1, 1, 1, 0, 0, 0],
            50,
            &[0, 0, 0, 0, 0, 0],
            "1.5: too short a run",
        ),
        (
            &[1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0],
            50,
            &[0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0],
            "carried into the second hour",
        ),
        (&[4, 4, 4], 100, &[4, 4, 4], "half an hour"),
        (&[0, 0, 0, 0, 0, 0], 100, &[0, 0, 0, 0, 0, 0], "nothing there"),
        (&[], 50, &[], "closed"),
    ] {
        assert_eq!(kept_places(&ticks(places), share), kept, "{why}");
    }
    let one = online_ticks(1, 40, time(7, 30, 0, 0), time(11, 30, 0, 0));
    assert_eq!(
        kept_places(&one, 24).iter().sum::<u16>(),
        0,
        "2.88 of twelve are too few for a run"
    );
    assert_eq!(kept_places(&one, 25).iter().sum::<u16>(), 3, "in the last hour");
}

#[test]
fn a_new_session_begins_a_new_hour() {
    let mut day = ticks(&[2, 2, 2]);
    day.push(Tick {
        start: time(13, 0, 0, 0),
        capacity: 2,
    });
    day.push(Tick {
        start: time(13, 10, 0, 0),
        capacity: 2,
    });
    assert_eq!(
        kept_places(&day, 50),
        [1, 1, 1, 0, 0],
        "3 of 6, then 2 of 4: too few"
    );
    assert_eq!(kept_places(&day, 100), [2, 2, 2, 2, 2]);
}

#[test]
fn kept_until_noon_of_the_day_before() {
    for (day, until) in [
        (date(2026, 11, 26), "2026-11-25T05:00:00Z"),
        (date(2026, 12, 1), "2026-11-30T05:00:00Z"),
        (date(2027, 1, 1), "2026-12-31T05:00:00Z"),
        (date(2028, 3, 1), "2028-02-29T05:00:00Z"),
    ] {
        let at = kept_until(day);
        assert_eq!(at.to_string(), until);
        assert_eq!(office_date(at), days_after(day, -1));
    }
}

#[test]
fn what_is_left_for_whom() {
    let places = |capacity, kept, taken, assisted| Places {
        capacity,
        kept,
        taken,
        assisted,
    };
    for (places, online, assisted, why) in [
        (places(4, 0, 0, 0), 4, 4, "nothing kept"),
        (places(4, 1, 0, 0), 3, 4, "one kept"),
        (places(4, 1, 3, 0), 0, 1, "online is full, one kept is left"),
        (
            places(4, 1, 3, 1),
            1,
            1,
            "who phoned has the kept one: the last is for all",
        ),
        (places(4, 1, 3, 2), 1, 1, "two by phone: one of those of all"),
        (places(4, 2, 3, 1), 0, 1, "one of two kept is still open"),
        (places(4, 1, 4, 0), 0, 0, "full, as the share came later"),
        (places(1, 3, 0, 0), 0, 1, "fewer places than are kept"),
        (places(3, 1, 3, 0), 0, 0, "closed: as many as are taken"),
    ] {
        assert_eq!(places.free(Channel::Online), online, "{why}");
        assert_eq!(places.free(Channel::Assisted), assisted, "{why}");
    }
}

const OFFICE: &str = r#"{"id":"hcm-thu-nghiem","name":{"vi":"Điểm thử","en":"Test point"},"kind":"commune_police",
    "street":null,"commune":"Phường Diên Hồng","commune_code":"27169","province_code":"79","legacy_name":null,
    "legacy_districts":[],"stations":4,"walk_in_share":50,
    "assisted_shares":[{"percent":25,"valid_from":"2026-11-25","valid_to":"2026-11-26"}],
    "rota":[{"weekdays":["monday","wednesday"],"from":"09:30","to":"11:30","stations":2,"valid_from":"2026-11-25","valid_to":"2026-12-02"},
        {"weekdays":["monday","wednesday"],"from":"08:00","to":"09:30","stations":1,"valid_from":"2026-11-25","valid_to":"2026-12-02"},
        {"weekdays":["saturday"],"from":"07:30","to":"13:00","stations":4,"valid_from":"2026-11-25","valid_to":null}],
    "hours":{"weekdays":[{"from":"07:30:00","to":"11:30:00"},{"from":"13:00:00","to":"14:00:00"}],
    "saturday":[{"from":"07:30:00","to":"08:30:00"}]},"hours_verified":false,"address_verified":true,
    "valid_from":"2025-07-01","valid_to":null,"card_intake_enabled":true,"step_free":null,"note":null,
    "source":"test"}"#;

fn office() -> Office {
    serde_json::from_str(OFFICE).unwrap()
}

#[test]
fn the_share_of_a_date() {
    let office = office();
    for (day, share) in [
        (date(2026, 11, 24), 0),
        (date(2026, 11, 25), 25),
        (date(2026, 11, 26), 25),
        (date(2026, 11, 27), 0),
    ] {
        assert_eq!(office.assisted_share_on(day, &UsualShare::NONE), share, "{day}");
    }
    let mobile: Office = serde_json::from_str(&OFFICE.replace("commune_police", "mobile")).unwrap();
    for usual in [UsualShare::NONE, UsualShare::default()] {
        assert_eq!(
            mobile.assisted_share_on(date(2026, 11, 25), &usual),
            0,
            "a team keeps none"
        );
    }
    let written = serde_json::to_string(&office).unwrap();
    assert_eq!(serde_json::from_str::<Office>(&written).unwrap(), office);
}

#[test]
fn every_office_keeps_the_usual_share_where_it_says_nothing() {
    let usual = UsualShare {
        percent: 20,
        from: date(2026, 11, 24),
    };
    let own = office();
    let none = Office {
        assisted_shares: vec![crate::office::AssistedShare {
            percent: 0,
            valid_from: date(2026, 11, 25),
            valid_to: None,
        }],
        ..own.clone()
    };
    for (office, day, share, why) in [
        (&own, date(2026, 11, 23), 0, "before it holds"),
        (&own, date(2026, 11, 24), 20, "its first day"),
        (&own, date(2026, 11, 25), 25, "the office's own comes first"),
        (&own, date(2026, 11, 27), 20, "when its own has ended"),
        (&none, date(2026, 11, 24), 20, "nothing said yet"),
        (&none, date(2026, 11, 25), 0, "it says that it keeps none"),
    ] {
        assert_eq!(office.assisted_share_on(day, &usual), share, "{why}");
    }
    assert_eq!(usual.check(), Ok(()));
    let too_much = UsualShare { percent: 51, ..usual };
    assert_eq!(too_much.check(), Err(("assisted_share.percent", "0 to 50")));
}

/// B19: whatever the data file lists, each office that receives people has places for who phones, on a whole day.
#[test]
fn on_a_full_day_no_office_is_without_a_kept_place() {
    let calendar = Calendar::parse(include_str!("../../../../data/holidays.csv")).unwrap();
    let text = include_str!("../../../../data/offices.json");
    let offices = crate::office::parse_offices("offices.json", text).unwrap();
    let (day, usual) = (date(2026, 11, 26), UsualShare::default());
    let mut seen = 0;
    for office in offices.iter().filter(|office| office.takes_people_on(day)) {
        let ticks = online_capacity(office, day, &calendar);
        let kept = kept_places(&ticks, office.assisted_share_on(day, &usual));
        let runs = kept.windows(3).any(|run| run.iter().all(|kept| *kept > 0));
        assert!(
            runs,
            "{}: no half hour in one piece for an older person",
            office.id
        );
        let (kept, all): (u32, u32) = (
            kept.iter().copied().map(u32::from).sum(),
            ticks.iter().map(|tick| u32::from(tick.capacity)).sum(),
        );
        assert!(kept * 2 < all, "{}: most places are everybody's", office.id);
        seen += 1;
    }
    assert_eq!(seen, 59);
}

#[test]
fn the_rota_shapes_the_day() {
    let calendar = Calendar::parse(include_str!("../../../../data/holidays.csv")).unwrap();
    let capacities = |day| {
        let ticks = online_capacity(&office(), day, &calendar);
        ticks.iter().map(|tick| tick.capacity).collect::<Vec<_>>()
    };
    let plain = [vec![2; 24], vec![2; 6]].concat();
    // Half past seven to eight with all four, one station till half past nine, two till noon, four afterwards.
    let thinner = [
        vec![2; 3],
        vec![1, 1, 1, 0, 0, 0, 1, 0, 0],
        vec![1; 12],
        vec![2; 6],
    ]
    .concat();
    for (day, expected, why) in [
        (date(2026, 11, 23), &plain, "a Monday before"),
        (date(2026, 11, 25), &thinner, "its first Wednesday"),
        (date(2026, 11, 26), &plain, "a Thursday"),
        (date(2026, 11, 30), &thinner, "a Monday"),
        (date(2026, 12, 2), &thinner, "its last Wednesday"),
        (date(2026, 12, 7), &plain, "a Monday after"),
    ] {
        assert_eq!(&capacities(day), expected, "{why}");
    }
    assert_eq!(
        capacities(date(2026, 11, 28)),
        [2; 6],
        "as many as ever: a Saturday"
    );
    let session = crate::office::Session::new(time(7, 30, 0, 0), time(11, 30, 0, 0)).unwrap();
    let staffed = office().staffed(date(2026, 11, 25), &session);
    let told: Vec<String> = staffed
        .iter()
        .map(|(part, stations)| {
            format!(
                "{}-{}x{stations}",
                part.from().strftime("%H:%M"),
                part.to().strftime("%H:%M")
            )
        })
        .collect();
    assert_eq!(told, ["07:30-08:00x4", "08:00-09:30x1", "09:30-11:30x2"]);
    assert_eq!(
        office().staffed(date(2026, 11, 29), &session),
        [(session, 4)],
        "a Sunday is in no rota"
    );
    let same = office().staffed(date(2026, 11, 28), &session);
    assert_eq!(same, [(session, 4)], "an edge without a change is none");
}

proptest! {
    #[test]
    fn the_kept_share_is_never_exceeded(places in prop::collection::vec(0u16..6, 0..60), share in 0u8..=100) {
        let day = ticks(&places);
        let kept = kept_places(&day, share);
        prop_assert_eq!(kept.len(), places.len());
        prop_assert!(kept.iter().zip(&places).all(|(kept, capacity)| kept <= capacity));
        let (sum, all): (u32, u32) = (kept.iter().map(|n| u32::from(*n)).sum(), places.iter().map(|n| u32::from(*n)).sum());
        prop_assert!(sum * 100 <= all * u32::from(share));
    }

    /// Two channels take and give back in any order, by the rule: no tick is oversold, online never takes what is kept,
    /// and what is kept is always there for who phones.
    #[test]
    fn online_never_eats_the_kept_places(
        capacity in 0u16..6,
        kept in 0u16..6,
        steps in prop::collection::vec((any::<bool>(), any::<bool>()), 0..60),
    ) {
        let kept = kept.min(capacity);
        let (mut online, mut assisted) = (0u16, 0u16);
        for (by_staff, gives_back) in steps {
            let places = Places { capacity, kept, taken: online + assisted, assisted };
            let (channel, count) = if by_staff {
                (Channel::Assisted, &mut assisted)
            } else {
                (Channel::Online, &mut online)
            };
            if gives_back {
                *count = count.saturating_sub(1);
            } else if places.free(channel) > 0 {
                *count += 1;
            }
            prop_assert!(online + assisted <= capacity, "oversold");
            prop_assert!(online <= capacity - kept, "online ate a kept place");
            let places = Places { capacity, kept, taken: online + assisted, assisted };
            prop_assert!(places.free(Channel::Assisted) >= kept.saturating_sub(assisted), "a kept place is gone");
            let tick = places.free_tick(time(8, 0, 0, 0), Channel::Online);
            prop_assert_eq!(slot_starts(&[tick], 1).is_empty(), places.free(Channel::Online) == 0);
        }
    }
}
