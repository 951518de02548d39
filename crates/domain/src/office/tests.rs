use super::*;
use crate::place::{PlaceFiles, Places};
use jiff::civil::{date, time};
use std::{fmt::Write, sync::Arc};

mod finding;
mod naming;
mod nearness;
mod refused;
mod settings;

const OFFICES: &str = include_str!("../../../../data/offices.json");

fn places() -> Places {
    let files = PlaceFiles {
        provinces: include_str!("../../../../data/provinces.tsv"),
        birth_codes: include_str!("../../../../data/birth-codes.tsv"),
        communes: include_str!("../../../../data/communes.tsv"),
        old_units: include_str!("../../../../data/old-units.tsv"),
    };
    Places::parse(&files).expect("the data files fit together")
}

fn offices() -> Vec<Office> {
    check_offices("offices.json", OFFICES, &places()).expect("the data file is sound")
}

fn finder() -> Finder {
    Finder::new(Arc::new(places()), offices())
}

fn positions() -> Positions {
    let text = include_str!("../../../../data/positions.csv");
    Positions::parse("positions.csv", text).expect("the data file is sound")
}

/// The first answers to a query, as `id` or `id~` for the old district's office or `id~~` for the province's.
fn found(finder: &Finder, typed: &str) -> String {
    let mut out = String::new();
    for hit in finder.find(typed).iter().take(6) {
        let reach = match hit.reach {
            Reach::Here => "",
            Reach::SameOldDistrict => "~",
            Reach::SameProvince => "~~",
            Reach::Nearby => "~~~",
        };
        write!(out, "{}{reach} ", finder.offices()[hit.office].id).expect("a string takes all");
    }
    out.trim_end().to_owned()
}

#[test]
fn the_published_intake_points_are_all_there() {
    let offices = offices();
    let of = |prefix: &str| {
        offices
            .iter()
            .filter(|office| office.id.as_str().starts_with(prefix))
            .count()
    };
    assert_eq!((of("hcm-"), of("dn-"), offices.len()), (49, 12, 61));
    let today = date(2026, 11, 22);
    let open = offices
        .iter()
        .filter(|office| office.takes_people_on(today))
        .count();
    assert_eq!(open, 59, "two mobile points of 2021 are over");
    assert!(
        offices
            .iter()
            .all(|office| !office.hours_verified && office.step_free.is_none())
    );
    let pc06 = offices
        .iter()
        .find(|office| office.id.as_str() == "hcm-pc06")
        .expect("PC06");
    assert_eq!(pc06.address_line(), "258 Trần Hưng Đạo, Phường Cầu Ông Lãnh");
    assert_eq!((pc06.kind, pc06.stations), (OfficeKind::ProvincialPolice, 6));
}

#[test]
fn hours_are_those_of_the_city() {
    let session =
        |from: (i8, i8), to: (i8, i8)| Session::new(time(from.0, from.1, 0, 0), time(to.0, to.1, 0, 0));
    for office in offices() {
        let afternoon = if office.province_code.to_string() == "79" {
            0
        } else {
            30
        };
        let morning = session((7, 30), (11, 30)).expect("a session");
        let afternoon = session((13, afternoon), (17, afternoon)).expect("a session");
        assert_eq!(office.hours.weekdays(), [morning, afternoon], "{}", office.id);
        assert_eq!(office.hours.saturday(), [morning], "{}", office.id);
    }
}

#[test]
fn the_wire_is_the_record() {
    for office in offices() {
        let json = serde_json::to_string(&office).expect("serialises");
        assert_eq!(serde_json::from_str::<Office>(&json).expect("reads back"), office);
    }
    let json = serde_json::to_value(&offices()[0]).expect("serialises");
    assert_eq!(json["hours"]["weekdays"][0]["from"], "07:30:00");
    assert_eq!(json["commune_code"], "26758");
    assert_eq!(json["valid_from"], "2025-07-01");
}

#[test]
fn sessions_are_whole_ticks_in_order() {
    let at = |hour, minute| time(hour, minute, 0, 0);
    assert!(Session::new(at(7, 30), at(7, 30)).is_none());
    assert!(Session::new(at(7, 35), at(8, 0)).is_none());
    assert!(Session::new(at(7, 30), time(8, 0, 1, 0)).is_none());
    let first = Session::new(at(7, 30), at(11, 30)).expect("a session");
    let second = Session::new(at(11, 30), at(12, 0)).expect("a session");
    assert!(WeeklyHours::new(vec![first, second], vec![]).is_some());
    assert!(WeeklyHours::new(vec![second, first], vec![]).is_none());
}

#[test]
fn a_weekday_may_differ_every_week() {
    let span = |from, to| Session::new(time(from, 0, 0, 0), time(to, 0, 0, 0)).expect("a session");
    let week = WeeklyHours::new(vec![span(8, 11)], vec![span(8, 10)]).expect("a week");
    let own = |weekday, sessions| DayHours { weekday, sessions };
    let differs = vec![
        own(WorkDay::Friday, vec![]),
        own(WorkDay::Wednesday, vec![span(13, 19)]),
    ];
    let differs = week.clone().but(differs).expect("a week");
    // From Monday, 23 November 2026.
    let hours = |day| differs.of(date(2026, 11, day)).to_vec();
    assert_eq!(hours(23), [span(8, 11)], "Monday");
    assert_eq!(hours(25), [span(13, 19)], "Wednesday");
    assert_eq!(hours(27), [], "Friday");
    assert_eq!(hours(28), [span(8, 10)], "Saturday");
    assert_eq!(hours(29), [], "Sunday");
    let json = serde_json::to_value(&differs).expect("serialises");
    assert_eq!(json["but"][0]["weekday"], "wednesday", "in order of the week");
    assert_eq!(
        serde_json::from_value::<WeeklyHours>(json).expect("reads back"),
        differs
    );
    let json = serde_json::to_value(&week).expect("serialises");
    assert_eq!(json.get("but"), None, "as files without it say");
    let twice = vec![
        own(WorkDay::Monday, vec![]),
        own(WorkDay::Monday, vec![span(8, 9)]),
    ];
    assert_eq!(week.clone().but(twice), None);
    assert_eq!(week.clone().but(vec![own(WorkDay::Saturday, vec![])]), None);
    assert_eq!(
        week.but(vec![own(WorkDay::Monday, vec![span(9, 10), span(8, 9)])]),
        None
    );
}

#[test]
fn ids_are_plain() {
    for good in ["hcm-pc06", "dn-ngu-hanh-son", "abc"] {
        assert_eq!(OfficeId::parse(good).expect(good).as_str(), good);
    }
    for bad in [
        "",
        "ab",
        "Hcm",
        "hcm--1",
        "-hcm",
        "hcm-",
        "hcm/1",
        "hcm 1",
        "đn-1",
        &"a".repeat(41),
    ] {
        assert!(OfficeId::parse(bad).is_err(), "{bad}");
    }
}
