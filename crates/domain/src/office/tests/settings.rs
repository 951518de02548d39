//! What an office decides about itself: days that differ, what is refused, and taking a change back.

use super::{Office, OfficeKind, OfficeSettings, Session, Setting, SettingFault, parse_offices};
use crate::{
    calendar::{Calendar, sessions_on},
    capacity::online_capacity,
    office::DayException,
    queue::staffed_minutes,
};
use jiff::civil::{Date, date, time};

const OFFICE: &str = r#"{"id":"hcm-thu-nghiem","name":{"vi":"Điểm thử","en":"Test point"},"kind":"commune_police",
    "street":null,"commune":"Phường Diên Hồng","commune_code":"27169","province_code":"79","legacy_name":null,
    "legacy_districts":[],"stations":4,"walk_in_share":0,
    "rota":[{"weekdays":["wednesday"],"from":"07:30","to":"11:30","stations":1,"valid_from":"2026-11-01","valid_to":null}],
    "hours":{"weekdays":[{"from":"07:30","to":"11:30"},{"from":"13:00","to":"17:00"}],"saturday":[]},
    "exceptions":[
        {"date":"2026-11-24","sessions":[{"from":"08:00","to":"10:00"}]},
        {"date":"2026-11-25","sessions":[{"from":"07:30","to":"11:30"}],"stations":3},
        {"date":"2026-11-26","sessions":[]},
        {"date":"2026-11-29","sessions":[{"from":"07:30","to":"11:30"},{"from":"11:30","to":"12:00"}],"stations":2},
        {"date":"2026-12-01","sessions":[{"from":"18:00","to":"20:00"}]}],
    "hours_verified":false,"address_verified":true,"valid_from":"2025-07-01","valid_to":"2026-12-31",
    "card_intake_enabled":true,"step_free":null,"note":null,"source":"test"}"#;

fn office() -> Office {
    serde_json::from_str(OFFICE).expect("an office")
}

fn calendar() -> Calendar {
    let closure = "2026-12-01,LOCAL_CLOSURE,yes,hcm-thu-nghiem,Bảo trì,Maintenance,Notice\n";
    let file = include_str!("../../../../../data/holidays.csv");
    Calendar::parse(&format!("{file}{closure}")).expect("the data file is sound")
}

fn session(from: i8, to: i8) -> Session {
    Session::new(time(from, 0, 0, 0), time(to, 0, 0, 0)).expect("a session")
}

fn closed_on(day: Date) -> DayException {
    DayException {
        date: day,
        sessions: Vec::new(),
        stations: None,
    }
}

#[test]
fn what_the_office_says_of_a_day_wins() {
    let (office, calendar) = (office(), calendar());
    for (day, minutes, why) in [
        (date(2026, 11, 23), 480, "an ordinary Monday"),
        (date(2026, 11, 24), 120, "open on a holiday"),
        (date(2026, 11, 25), 240, "a shorter Wednesday"),
        (date(2026, 11, 26), 0, "closed on a Thursday"),
        (date(2026, 11, 28), 0, "a Saturday of the week"),
        (date(2026, 11, 29), 270, "open on a Sunday"),
        (
            date(2026, 12, 1),
            120,
            "open at night though the file has it closed",
        ),
    ] {
        let sessions = sessions_on(&office, day, &calendar);
        let sum: i64 = sessions
            .iter()
            .map(|session| session.from().duration_until(session.to()).as_mins())
            .sum();
        assert_eq!(sum, minutes, "{day}: {why}");
    }
}

#[test]
fn an_office_that_takes_nobody_stays_closed() {
    let (mut office, calendar) = (office(), calendar());
    office.exceptions.push(DayException {
        date: date(2027, 1, 4),
        sessions: vec![session(8, 10)],
        stations: None,
    });
    assert!(
        sessions_on(&office, date(2027, 1, 4), &calendar).is_empty(),
        "after its last day"
    );
    office.card_intake_enabled = false;
    assert!(sessions_on(&office, date(2026, 11, 24), &calendar).is_empty());
}

#[test]
fn stations_of_such_a_day_stand_in_place_of_the_rota() {
    let (office, calendar) = (office(), calendar());
    let most = |day| {
        let ticks = online_capacity(&office, day, &calendar);
        ticks.iter().map(|tick| tick.capacity).max().unwrap_or(0)
    };
    assert_eq!(
        most(date(2026, 12, 2)),
        4,
        "a Wednesday: one until noon, all afterwards"
    );
    assert_eq!(most(date(2026, 11, 25)), 3, "three, though the rota says one");
    assert_eq!(most(date(2026, 11, 29)), 2);
    assert_eq!(
        most(date(2026, 11, 24)),
        4,
        "a Tuesday without a number of its own"
    );
    assert_eq!(most(date(2026, 11, 26)), 0);
    // And for people without an appointment.
    let day = date(2026, 11, 29);
    assert_eq!(
        staffed_minutes(&office, day, &calendar, day.to_datetime(time(7, 30, 0, 0))),
        540
    );
}

#[test]
fn by_what_is_wrong() {
    let good = OfficeSettings::of(&office());
    let kind = office().kind;
    assert_eq!(good.check(kind), Ok(()));
    type Change = fn(&mut OfficeSettings);
    let wrong: [(Change, SettingFault); 9] = [
        (|s| s.stations = 0, SettingFault::NoStation),
        (|s| s.walk_in_share = 101, SettingFault::WalkInPercent),
        (|s| s.stations = 2, SettingFault::ExceptionStations),
        (|s| s.rota[0].stations = 5, SettingFault::RotaStations),
        (
            |s| s.exceptions[1].stations = Some(0),
            SettingFault::ExceptionStations,
        ),
        (|s| s.exceptions.swap(0, 1), SettingFault::ExceptionsOrder),
        (
            |s| s.exceptions[1].date = s.exceptions[0].date,
            SettingFault::ExceptionsOrder,
        ),
        (
            |s| s.exceptions[0].sessions = vec![session(8, 10), session(9, 11)],
            SettingFault::ExceptionSessions,
        ),
        (
            |s| {
                s.exceptions = (1..=201)
                    .map(|n| closed_on(date(2027, 1, 1).saturating_add(jiff::Span::new().days(n))))
                    .collect()
            },
            SettingFault::ExceptionsTooMany,
        ),
    ];
    for (nth, (change, fault)) in wrong.into_iter().enumerate() {
        let mut settings = good.clone();
        change(&mut settings);
        assert_eq!(settings.check(kind), Err(fault), "{nth}");
    }
    assert_eq!(
        good.check(crate::office::OfficeKind::Mobile),
        Err(SettingFault::ExceptionsOfTeam)
    );
}

#[test]
fn the_data_file_is_held_to_the_same() {
    let file = |office: &str| format!(r#"{{"about":[],"collected":"2026-11-22","offices":[{office}]}}"#);
    let complete = OFFICE.replace("\"rota\"", "\"assisted_shares\":[],\"rota\"");
    let read = parse_offices("offices.json", &file(&complete)).expect("sound");
    assert_eq!(read[0].exceptions.len(), 5);
    let wrong = complete.replace("\"stations\":2}", "\"stations\":9}");
    let refused = parse_offices("offices.json", &file(&wrong))
        .unwrap_err()
        .to_string();
    assert!(
        refused.contains("an exception has at least one station"),
        "{refused}"
    );
    let odd = complete.replace("\"sessions\":[]", "\"sessions\":[],\"why\":\"x\"");
    assert!(
        parse_offices("offices.json", &file(&odd)).is_err(),
        "a misspelt field"
    );
}

#[test]
fn a_record_without_such_days_is_as_short_as_before() {
    let mut office = office();
    office.exceptions.clear();
    let written = serde_json::to_string(&office).expect("JSON");
    assert!(!written.contains("exceptions"), "{written}");
    assert_eq!(
        serde_json::from_str::<Office>(&written).expect("an office"),
        office
    );
}

#[test]
fn a_change_is_taken_back_and_later_ones_stay() {
    let first = OfficeSettings::of(&office());
    let mut second = first.clone();
    second.stations = 5;
    second.walk_in_share = 10;
    let mut third = second.clone();
    third.exceptions.remove(0);
    assert_eq!(
        first.changes(&third),
        [Setting::Stations, Setting::Exceptions, Setting::WalkInShare]
    );
    let back = third
        .without(&first, &second)
        .expect("nothing of it was changed again");
    assert_eq!((back.stations, back.walk_in_share), (4, 0));
    assert_eq!(back.exceptions, third.exceptions);
    let mut fourth = third.clone();
    fourth.stations = 6;
    assert_eq!(
        fourth.without(&first, &second),
        None,
        "the stations were changed again"
    );
    assert!(fourth.without(&second, &third).is_some());
    assert_eq!(first.without(&first, &second), None, "it is taken back already");
}

#[test]
fn two_who_change_at_once_keep_what_each_has_changed() {
    let base = OfficeSettings::of(&office());
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.stations = 5;
    mine.walk_in_share = 10;
    theirs.walk_in_share = 20;
    theirs.exceptions.clear();
    let both = mine.onto(&base, &theirs);
    assert_eq!(
        (both.stations, both.walk_in_share, both.exceptions.len()),
        (5, 10, 0)
    );
    assert_eq!(base.onto(&base, &theirs), theirs);
}

#[test]
fn days_that_are_over_are_not_asked_for() {
    let settings = OfficeSettings::of(&office()).after(date(2026, 11, 26));
    let days: Vec<Date> = settings.exceptions.iter().map(|one| one.date).collect();
    assert_eq!(days, [date(2026, 11, 29), date(2026, 12, 1)]);
}

#[test]
fn the_wire_takes_settings_whole_and_nothing_else() {
    let settings = OfficeSettings::of(&office());
    let written = serde_json::to_string(&settings).expect("JSON");
    assert_eq!(
        serde_json::from_str::<OfficeSettings>(&written).expect("settings"),
        settings
    );
    assert!(serde_json::from_str::<OfficeSettings>(&written.replacen('{', r#"{"street":"x","#, 1)).is_err());
    let overlap = written.replace(r#""from":"13:00:00""#, r#""from":"11:00:00""#);
    assert_ne!(overlap, written);
    assert!(
        serde_json::from_str::<OfficeSettings>(&overlap).is_err(),
        "a week that overlaps"
    );
}

#[test]
fn an_office_says_how_long_visits_take() {
    use crate::booking::{AgeGroup, Service};
    use crate::capacity::{VisitLengths, ticks_for};
    let usual = VisitLengths::USUAL;
    let slow = VisitLengths {
        card: 30,
        longer: 40,
        account_more: 0,
        account: 20,
    };
    for (service, group, ticks, own) in [
        (Service::Card, AgeGroup::From14To59, 2, 3),
        (Service::Card, AgeGroup::Under6, 2, 3),
        (Service::Card, AgeGroup::From60, 3, 4),
        (Service::CardAndAccount, AgeGroup::From6To13, 4, 4),
        (Service::Account, AgeGroup::From60, 1, 2),
    ] {
        assert_eq!(ticks_for(service, group), ticks);
        assert_eq!(
            (usual.ticks(service, group), slow.ticks(service, group)),
            (ticks, own)
        );
    }
    for wrong in [
        VisitLengths { card: 0, ..usual },
        VisitLengths { card: 25, ..usual },
        VisitLengths { card: 40, ..usual },
        VisitLengths { longer: 100, ..usual },
        VisitLengths {
            account_more: 5,
            ..usual
        },
        VisitLengths { account: 0, ..usual },
    ] {
        let settings = OfficeSettings {
            visit_lengths: wrong,
            ..OfficeSettings::of(&office())
        };
        assert_eq!(
            settings.check(OfficeKind::CommunePolice),
            Err(SettingFault::Lengths)
        );
    }
    let (before, after) = (
        office(),
        Office {
            visit_lengths: slow,
            ..office()
        },
    );
    let (old, new) = (OfficeSettings::of(&before), OfficeSettings::of(&after));
    assert_eq!(old.changes(&new), [Setting::VisitLengths]);
    assert_eq!(new.without(&old, &new), Some(old));
    // Left out where usual, so the list that people read does not grow; kept where it is not.
    assert!(!serde_json::to_string(&before).unwrap().contains("visit_lengths"));
    let kept: Office = serde_json::from_str(&serde_json::to_string(&after).unwrap()).unwrap();
    assert_eq!(kept.visit_lengths, slow);
}
