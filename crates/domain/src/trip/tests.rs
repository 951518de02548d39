use super::*;
use crate::{
    booking::{AgeGroup, Service, bookable_days},
    calendar::{Calendar, sessions_on},
    office::{Office, Reach},
    wire::slots::Day,
};
use jiff::{
    Span,
    civil::{Date, date, time},
};
use std::sync::LazyLock;

mod advising;
mod days;
mod sound;

pub(super) const TODAY: Date = date(2026, 11, 22);

pub(super) static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| {
    Calendar::parse(include_str!("../../../../data/holidays.csv")).expect("the data file is sound")
});

static OFFICES: LazyLock<Vec<Office>> = LazyLock::new(|| {
    let text = include_str!("../../../../data/offices.json");
    crate::office::parse_offices("offices.json", text).expect("the data file is sound")
});

pub(super) fn office(id: &str) -> &'static Office {
    let found = OFFICES.iter().find(|office| office.id.as_str() == id);
    found.expect("a known office")
}

pub(super) fn trip(arrival: &str, departure: &str, service: Service) -> Trip {
    let input = TripInput {
        arrival,
        departure,
        service: service.as_str(),
        age_group: "from_14_to_59",
    };
    Trip::parse(&input, TODAY).expect("a sound stay")
}

pub(super) fn plan(trip: &Trip, visit: Date) -> Plan {
    Plan::of(trip, office("hcm-pc06"), visit, &CALENDAR, &Rules::LAW)
}

/// Every day of the horizon on which the office is open, all free.
pub(super) fn all_free(office: &Office) -> Vec<Day> {
    let (first, last) = bookable_days(TODAY);
    first
        .series(Span::new().days(1))
        .take_while(|day| *day <= last)
        .filter(|day| !sessions_on(office, *day, &CALENDAR).is_empty())
        .map(|date| Day {
            date,
            free: 12,
            first: Some(time(7, 30, 0, 0)),
            kept_until: None,
        })
        .collect()
}

#[test]
fn the_form_names_every_wrong_field() {
    let parse = |arrival, departure, service, age_group| {
        let input = TripInput {
            arrival,
            departure,
            service,
            age_group,
        };
        Trip::parse(&input, TODAY)
    };
    use {TripFault as F, TripField as I};
    let adult = "from_14_to_59";
    for (arrival, departure, service, age, expected) in [
        (
            "",
            "",
            "",
            "",
            vec![
                (I::Arrival, F::Missing),
                (I::Departure, F::Missing),
                (I::Service, F::Missing),
                (I::AgeGroup, F::Missing),
            ],
        ),
        (
            "2026-11-21",
            "2026-12-20",
            "card",
            adult,
            vec![(I::Arrival, F::Past)],
        ),
        (
            "2026-12-20",
            "2026-12-20",
            "card",
            adult,
            vec![(I::Departure, F::NotAfterArrival)],
        ),
        (
            "2026-12-20",
            "2026-12-01",
            "card",
            adult,
            vec![(I::Departure, F::NotAfterArrival)],
        ),
        (
            "2026-02-30",
            "2026-12-01",
            "card",
            adult,
            vec![(I::Arrival, F::NotADay)],
        ),
        (
            "2026-12-01",
            "abc",
            "card",
            adult,
            vec![(I::Departure, F::NotADay)],
        ),
        (
            "2027-11-23",
            "2027-12-20",
            "card",
            adult,
            vec![(I::Arrival, F::TooFarAhead)],
        ),
        (
            "2026-12-01",
            "2027-06-30",
            "card",
            adult,
            vec![(I::Departure, F::StayTooLong)],
        ),
        (
            "2026-12-01",
            "2026-12-20",
            "passport",
            adult,
            vec![(I::Service, F::Missing)],
        ),
        (
            "2026-12-01",
            "2026-12-20",
            "account",
            "under_6",
            vec![(I::AgeGroup, F::NoAccountUnder6)],
        ),
        (
            "2026-11-01",
            "2026-10-01",
            "card",
            adult,
            vec![(I::Arrival, F::Past), (I::Departure, F::NotAfterArrival)],
        ),
    ] {
        assert_eq!(
            parse(arrival, departure, service, age),
            Err(expected),
            "{arrival} {departure} {service} {age}"
        );
    }
    for (arrival, departure) in [
        ("2026-11-22", "2026-11-23"),
        ("2027-11-22", "2028-05-20"),
        ("2026-12-01", "2027-05-30"),
    ] {
        assert!(
            parse(arrival, departure, "card", adult).is_ok(),
            "{arrival} {departure}"
        );
    }
    assert!(parse("2026-12-01", "2026-12-20", "card", "under_6").is_ok());
}

/// The due dates are those of the law's own examples; the day of receipt is not counted.
#[test]
fn the_sum_is_the_lawful_clocks() {
    let stay = trip("2026-11-22", "2027-01-10", Service::CardAndAccount);
    for (visit, finish) in [
        (date(2026, 11, 23), date(2026, 12, 3)),
        (date(2026, 11, 28), date(2026, 12, 8)),
        (date(2026, 12, 1), date(2026, 12, 10)),
        (date(2026, 12, 25), date(2027, 1, 6)),
    ] {
        let plan = plan(&stay, visit);
        assert_eq!(
            (plan.card_due, plan.account_due, plan.finish),
            (Some(finish), Some(finish), finish),
            "{visit}"
        );
        assert_eq!(plan.collect, Some(finish));
        assert_eq!(plan.activate_by, Some(finish.saturating_add(Span::new().days(7))));
    }
    let account = plan(
        &trip("2026-11-22", "2026-12-10", Service::Account),
        date(2026, 11, 23),
    );
    assert_eq!(
        (account.card_due, account.finish),
        (None, date(2026, 11, 27)),
        "24 November is a holiday"
    );
    let card = plan(
        &trip("2026-11-22", "2026-12-10", Service::Card),
        date(2026, 11, 23),
    );
    assert_eq!((card.account_due, card.activate_by), (None, None));
}

#[test]
fn slack_is_what_lies_between_finish_and_departure() {
    for (departure, slack, fit) in [
        ("2026-12-03", -1, Fit::Late),
        ("2026-12-02", -2, Fit::Late),
        ("2026-12-04", 0, Fit::Tight),
        ("2026-12-06", 2, Fit::Tight),
        ("2026-12-07", 3, Fit::Comfortable),
    ] {
        let plan = plan(&trip("2026-11-22", departure, Service::Card), date(2026, 11, 23));
        assert_eq!(
            (plan.slack_days, plan.fit, plan.is_in_time()),
            (slack, fit, slack >= 0),
            "{departure}"
        );
    }
}

#[test]
fn tet_stretches_the_sum_and_is_marked_as_not_fixed() {
    let stay = trip("2027-01-25", "2027-03-01", Service::Card);
    let plan = plan(&stay, date(2027, 1, 29));
    assert_eq!(
        plan.finish,
        date(2027, 2, 16),
        "4, 5, 8, 9 and 10 February are off"
    );
    assert!(plan.provisional);
    let settled = super::tests::plan(
        &trip("2026-11-22", "2026-12-20", Service::Card),
        date(2026, 11, 23),
    );
    assert!(!settled.provisional);
}

#[test]
fn a_card_that_comes_on_a_closed_day_is_collected_on_the_next_open_one() {
    let mut calendar = CALENDAR.days().to_vec();
    let mut closure = calendar[0].clone();
    closure.date = date(2026, 12, 3);
    closure.kind = crate::calendar::DayKind::LocalClosure;
    closure.office = Some("hcm-pc06".into());
    calendar.push(closure);
    let calendar = Calendar::from_days(calendar);
    let stay = trip("2026-11-22", "2026-12-06", Service::Card);
    let plan = Plan::of(
        &stay,
        office("hcm-pc06"),
        date(2026, 11, 23),
        &calendar,
        &Rules::LAW,
    );
    assert_eq!(
        plan.card_due,
        Some(date(2026, 12, 3)),
        "the lawful clock does not stop for one office"
    );
    assert_eq!(
        (plan.collect, plan.finish),
        (Some(date(2026, 12, 4)), date(2026, 12, 4))
    );
    assert_eq!(plan.slack_days, 1);
}

#[test]
fn the_order_of_offices() {
    let stay = trip("2026-11-22", "2026-12-20", Service::Card);
    let one = |office, reach, standing| OfficeAnswer {
        office,
        reach,
        standing,
    };
    let free = |visit| {
        Standing::Free(vec![Bookable {
            plan: plan(&stay, visit),
            free: 3,
            first: None,
        }])
    };
    let mut answers = vec![
        one(
            0,
            Reach::Here,
            Standing::Full {
                plan: plan(&stay, date(2026, 11, 23)),
                last: date(2026, 12, 9),
                later: None,
            },
        ),
        one(1, Reach::SameProvince, free(date(2026, 11, 23))),
        one(2, Reach::Here, free(date(2026, 12, 2))),
        one(3, Reach::Here, free(date(2026, 11, 25))),
        one(4, Reach::Here, free(date(2026, 12, 10))),
        one(5, Reach::Here, Standing::Closed),
    ];
    order(&mut answers);
    let offices: Vec<usize> = answers.iter().map(|one| one.office).collect();
    assert_eq!(
        offices,
        [3, 2, 1, 4, 0, 5],
        "near and comfortable, far and comfortable, near and tight"
    );
}

#[test]
fn children_and_services_keep_their_own_ways() {
    assert!(!AgeGroup::Under6.may_have_level_2());
    assert_eq!(Rules::LAW.working_days(Service::Account), 3);
    assert_eq!(Rules::LAW.working_days(Service::CardAndAccount), 7);
}
