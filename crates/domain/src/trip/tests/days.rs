//! The strip: every day with its kind.

use super::{CALENDAR, plan, trip};
use crate::{
    booking::Service,
    trip::{Phase, PlanEvent, Rules, strip},
};
use jiff::civil::date;

#[test]
fn a_stay_day_by_day() {
    let stay = trip("2026-11-22", "2026-12-05", Service::CardAndAccount);
    let plan = plan(&stay, date(2026, 11, 23));
    let shown: Vec<String> = strip(&stay, &plan, &CALENDAR, &Rules::LAW)
        .iter()
        .map(|day| {
            let counted = day
                .counted
                .map(|n| format!(" {n}/{}", day.limit))
                .unwrap_or_default();
            let off = if day.is_holiday() {
                day.special
                    .map(|day| format!(" ({})", day.en))
                    .unwrap_or_default()
            } else if day.weekend {
                " weekend".to_owned()
            } else {
                String::new()
            };
            let events: String = day.events.iter().map(|event| format!(" +{event:?}")).collect();
            format!(
                "{} {:?}{counted}{off}{events}",
                day.date.strftime("%d/%m"),
                day.phase
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "22/11 Arrival weekend",
            "23/11 Visit",
            "24/11 Waiting (Viet Nam Culture Day)",
            "25/11 Waiting 1/7",
            "26/11 Waiting 2/7",
            "27/11 Waiting 3/7",
            "28/11 Waiting weekend",
            "29/11 Waiting weekend",
            "30/11 Waiting 4/7",
            "01/12 Waiting 5/7",
            "02/12 Waiting 6/7",
            "03/12 Waiting 7/7 +CardThere +Collect +Approved +Activate",
            "04/12 Margin",
            "05/12 Departure weekend",
        ]
    );
}

#[test]
fn what_is_not_done_in_time_goes_on_after_the_departure() {
    let stay = trip("2026-11-22", "2026-11-27", Service::Card);
    let plan = plan(&stay, date(2026, 11, 25));
    let days = strip(&stay, &plan, &CALENDAR, &Rules::LAW);
    let last = days.last().expect("a day");
    assert_eq!((last.date, last.phase), (plan.finish, Phase::Abroad));
    assert!(last.events.contains(&PlanEvent::CardThere));
    let departure = days
        .iter()
        .find(|day| day.phase == Phase::Departure)
        .expect("it is shown");
    assert_eq!(
        departure.counted,
        Some(2),
        "the clock counts on the day of the flight too"
    );
}

#[test]
fn a_worked_saturday_counts_and_is_named() {
    // The Saturday before the National Day of 2026; the stay is built by hand, as it lies before today.
    let stay = crate::trip::Trip::parse(
        &crate::trip::TripInput {
            arrival: "2026-08-17",
            departure: "2026-09-10",
            service: "card",
            age_group: "from_60",
        },
        date(2026, 8, 17),
    )
    .expect("a sound stay");
    let plan = plan(&stay, date(2026, 8, 21));
    let days = strip(&stay, &plan, &CALENDAR, &Rules::LAW);
    let saturday = days
        .iter()
        .find(|day| day.date == date(2026, 8, 22))
        .expect("it is there");
    assert_eq!(
        (saturday.counted, saturday.weekend, saturday.is_holiday()),
        (Some(1), false, false)
    );
    assert!(saturday.special.is_some());
    assert_eq!(plan.finish, date(2026, 9, 3));
}
