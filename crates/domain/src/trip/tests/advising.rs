//! What can be done where it does not work.

use super::{CALENDAR, TODAY, all_free, office, trip};
use crate::{
    booking::Service,
    calendar::{Calendar, office_now},
    capacity::released_at,
    office::{Office, Reach},
    trip::{Advice, OfficeAnswer, Rules, Standing, Trip, answer},
    wire::slots::Day,
};
use jiff::civil::{Date, date};

fn ask(stay: &Trip, free: &[Day]) -> (Standing, Vec<Advice>) {
    let calendar: &Calendar = &CALENDAR;
    let offices: Vec<Office> = vec![office("hcm-pc06").clone()];
    let standing = answer(stay, &offices[0], free, TODAY, calendar, &Rules::LAW);
    let answers = [OfficeAnswer {
        office: 0,
        reach: Reach::Here,
        standing: standing.clone(),
    }];
    (
        standing,
        Advice::all(stay, (&answers, &offices), None, TODAY, calendar, &Rules::LAW),
    )
}

#[test]
fn where_it_works_nothing_else_is_said() {
    let stay = trip("2026-11-25", "2026-12-20", Service::CardAndAccount);
    let (standing, advice) = ask(&stay, &all_free(office("hcm-pc06")));
    assert!(matches!(standing, Standing::Free(days) if days[0].plan.visit == date(2026, 11, 26)));
    assert!(advice.is_empty());
}

#[test]
fn too_short_a_stay_is_told_every_way_with_its_reason() {
    let stay = trip("2026-12-01", "2026-12-08", Service::CardAndAccount);
    let (standing, advice) = ask(&stay, &all_free(office("hcm-pc06")));
    assert!(matches!(standing, Standing::TooShort { plan, .. } if plan.finish == date(2026, 12, 11)));
    assert_eq!(
        advice,
        [
            Advice::AccountAlone {
                visit: date(2026, 12, 2),
                finish: date(2026, 12, 7)
            },
            Advice::ArriveBy {
                date: date(2026, 11, 25),
                days: 6
            },
            Advice::LeaveFrom {
                date: date(2026, 12, 12),
                days: 4
            },
            Advice::Post {
                visit: date(2026, 12, 2),
                due: date(2026, 12, 11),
                office: Some(0)
            },
            Advice::VietnameseSim,
        ]
    );
}

#[test]
fn the_ways_that_are_told_work() {
    for (arrival, departure) in [
        ("2026-12-01", "2026-12-08"),
        ("2026-12-10", "2026-12-18"),
        ("2027-02-01", "2027-02-12"),
    ] {
        let stay = trip(arrival, departure, Service::CardAndAccount);
        let (_, advice) = ask(&stay, &[]);
        assert!(!advice.is_empty());
        for one in advice {
            let changed = match one {
                Advice::ArriveBy { date, .. } => stay.arriving(date),
                Advice::LeaveFrom { date, .. } => trip(arrival, &date.to_string(), Service::CardAndAccount),
                Advice::AccountAlone { .. } => stay.with_service(Service::Account),
                _ => continue,
            };
            let plans = crate::trip::plans(&changed, office("hcm-pc06"), TODAY, &CALENDAR, &Rules::LAW);
            assert!(plans.iter().any(|plan| plan.is_in_time()), "{one:?}");
        }
    }
}

#[test]
fn a_stay_over_tet_with_every_door_closed() {
    let stay = trip("2027-02-05", "2027-02-10", Service::Account);
    let (standing, advice) = ask(&stay, &[]);
    assert_eq!(standing, Standing::Closed);
    assert!(
        advice
            .iter()
            .any(|one| matches!(one, Advice::LeaveFrom { date: day, .. } if *day == date(2027, 2, 17))),
        "{advice:?}"
    );
    assert!(advice.iter().any(|one| matches!(one, Advice::ArriveBy { .. })));
    assert!(
        !advice.iter().any(|one| matches!(one, Advice::Post { .. })),
        "nothing was handed in"
    );
}

#[test]
fn days_that_open_later_are_told_with_the_day_to_come_back() {
    let stay = trip("2027-01-04", "2027-01-25", Service::CardAndAccount);
    let (standing, advice) = ask(&stay, &all_free(office("hcm-pc06")));
    let visit = date(2027, 1, 5);
    // The minute is the one at which the server opens that day of that office.
    let back = office_now(released_at("hcm-pc06", visit));
    assert_eq!(back.date(), date(2026, 12, 6));
    assert!(matches!(standing, Standing::OpensOn { at, plan } if at == back && plan.visit == visit));
    assert_eq!(
        advice,
        [Advice::BookFrom {
            office: 0,
            at: back,
            visit
        }]
    );
}

/// Story: whoever found all days full was sent to come without an appointment, and nothing else was said.
#[test]
fn full_days_leave_every_lawful_way() {
    // Fitting are 25 to 27 November; they are full, 28 November and later are free.
    let free = |from: Date| {
        let mut days = all_free(office("hcm-pc06"));
        days.retain(|day| day.date >= from);
        days
    };
    let stay = trip("2026-11-23", "2026-12-09", Service::CardAndAccount);
    let (standing, advice) = ask(&stay, &free(date(2026, 12, 1)));
    let (first, last) = (date(2026, 11, 25), date(2026, 11, 28));
    assert!(
        matches!(standing, Standing::Full { plan, last: to, later }
            if plan.visit == first && to == last && later == Some(date(2026, 12, 1))),
        "{standing:?}"
    );
    assert_eq!(
        advice,
        [
            Advice::WalkIn {
                office: 0,
                from: first
            },
            Advice::Wait {
                office: 0,
                book: date(2026, 12, 1),
                from: first,
                to: last
            },
            Advice::Post {
                visit: date(2026, 12, 1),
                due: date(2026, 12, 10),
                office: Some(0)
            },
            Advice::AccountAlone {
                visit: first,
                finish: date(2026, 11, 30)
            },
        ]
    );
    // Free only after the stay: a day to wait from, none to hand anything in.
    let (_, advice) = ask(&stay, &free(date(2026, 12, 14)));
    assert!(advice.contains(&Advice::Wait {
        office: 0,
        book: date(2026, 12, 14),
        from: first,
        to: last
    }));
    assert!(!advice.iter().any(|one| matches!(one, Advice::Post { .. })));
    // Nothing is free at all: then there is nothing to wait from.
    let (_, advice) = ask(&stay, &[]);
    assert!(
        matches!(advice[..], [Advice::WalkIn { .. }, Advice::AccountAlone { .. }]),
        "{advice:?}"
    );
    // For the card alone nothing is said of an account.
    let card = trip("2026-11-23", "2026-12-06", Service::Card);
    let (_, advice) = ask(&card, &[]);
    assert_eq!(
        advice,
        [Advice::WalkIn {
            office: 0,
            from: first
        }]
    );
}

/// Story: a stay in Hà Giang was answered "it works", in green, with an office of Đà Nẵng and no word of the way there.
#[test]
fn a_long_way_is_never_told_as_if_it_were_next_door() {
    let stay = trip("2026-11-25", "2026-12-20", Service::CardAndAccount);
    let offices = vec![office("dn-pc06").clone()];
    let free = all_free(&offices[0]);
    let answers = [OfficeAnswer {
        office: 0,
        reach: Reach::Nearby,
        standing: answer(&stay, &offices[0], &free, TODAY, &CALENDAR, &Rules::LAW),
    }];
    for (km, asks) in [
        (None, false),
        (Some(20), false),
        (Some(60), true),
        (Some(800), true),
    ] {
        let advice = Advice::all(&stay, (&answers, &offices), km, TODAY, &CALENDAR, &Rules::LAW);
        let wanted: Vec<Advice> = km
            .filter(|_| asks)
            .map(|km| Advice::AskLocally { km })
            .into_iter()
            .collect();
        assert_eq!(advice, wanted, "{km:?}");
    }
}

/// Today is 22 November, so that 22 December is the last day that can be booked, once it has opened in the course of the
/// day.
#[test]
fn the_last_day_of_the_horizon_opens_today_and_is_full_only_after_that() {
    let stay = trip("2026-12-20", "2027-01-10", Service::CardAndAccount);
    let office = office("hcm-pc06");
    let with = |change: &dyn Fn(&mut Vec<Day>)| {
        let mut days = all_free(office);
        // The only other day of the stay within the horizon is full.
        days.retain(|day| day.date < date(2026, 12, 21));
        change(&mut days);
        ask(&stay, &days).0
    };
    let last = |free: u16| Day {
        date: date(2026, 12, 22),
        free,
        first: None,
        kept_until: None,
    };
    let not_yet = with(&|_| ());
    assert!(
        matches!(&not_yet, Standing::OpensOn { at, plan }
            if at.date() == date(2026, 11, 22) && plan.visit == date(2026, 12, 22)),
        "{not_yet:?}"
    );
    let open = with(&|days| days.push(last(3)));
    assert!(
        matches!(&open, Standing::Free(days) if days[0].plan.visit == date(2026, 12, 22)),
        "{open:?}"
    );
    let full = with(&|days| days.push(last(0)));
    assert!(
        matches!(&full, Standing::OpensOn { at, plan }
            if at.date() == date(2026, 11, 23) && plan.visit == date(2026, 12, 23)),
        "{full:?}"
    );
    // A stay whose last fitting day it is: full then, and open today before that.
    let short = trip("2026-12-20", "2027-01-01", Service::Account);
    let fits = |free: &[Day]| ask(&short, free).0;
    assert!(matches!(fits(&[]), Standing::OpensOn { at, .. } if at.date() == date(2026, 11, 22)));
}
