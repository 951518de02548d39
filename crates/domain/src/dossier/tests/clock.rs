use super::*;
use crate::calendar::{Due, Pause};
use jiff::civil::date;

#[test]
fn the_clock_begins_with_the_receipt() {
    let events = history(&[(State::Booked, "2026-11-18"), (State::CheckedIn, "2026-11-20")]);
    assert_eq!(due_clock(&events, 7), None);
    let events = history(&[
        (State::DataCorrection, "2026-11-12"),
        (State::Received, "2026-11-20"),
    ]);
    let view = ClockView::of(&events, 7, date(2026, 11, 23), &calendar()).unwrap();
    assert_eq!(
        (view.received_on, view.due),
        (
            date(2026, 11, 20),
            Due::On {
                date: date(2026, 12, 2)
            }
        )
    );
    assert!(!view.provisional);
    assert_eq!(view.overdue_days, 0);
}

#[test]
fn a_correction_stops_it_until_the_dossier_is_complete_again() {
    let mut days = vec![
        (State::Received, "2026-11-20"),
        (State::InReview, "2026-11-23"),
        (State::NeedsCorrection, "2026-11-25"),
        (State::InIntake, "2026-11-26"),
        (State::DataCorrection, "2026-11-26"),
        (State::InIntake, "2026-11-30"),
    ];
    let view = ClockView::of(&history(&days), 7, date(2026, 12, 20), &calendar()).unwrap();
    assert_eq!(
        view.due,
        Due::Paused {
            since: date(2026, 11, 25),
            left_wd: 6
        }
    );
    assert_eq!(view.overdue_days, 0, "nobody but the person can end it");
    days.push((State::Received, "2026-11-30"));
    let clock = due_clock(&history(&days), 7).unwrap();
    assert_eq!(clock.received_on, date(2026, 11, 20));
    assert_eq!(
        clock.pauses,
        [Pause {
            from: date(2026, 11, 25),
            to: Some(date(2026, 11, 30))
        }]
    );
    assert_eq!(
        clock.due(&calendar()),
        Due::On {
            date: date(2026, 12, 7)
        }
    );
}

#[test]
fn lateness_is_counted_until_the_result_is_there() {
    let mut days = vec![(State::Received, "2026-11-20"), (State::Printed, "2026-12-01")];
    let view = |days: &[(State, &str)], today| ClockView::of(&history(days), 7, today, &calendar()).unwrap();
    assert_eq!(view(&days, date(2026, 12, 2)).overdue_days, 0);
    let late = view(&days, date(2026, 12, 4));
    assert_eq!((late.overdue_days, late.stopped_on), (2, None));
    days.push((State::AtOffice, "2026-12-03"));
    let there = view(&days, date(2027, 1, 15));
    assert_eq!(
        (there.overdue_days, there.stopped_on),
        (1, Some(date(2026, 12, 3)))
    );
}

#[test]
fn dates_over_unconfirmed_holidays_are_provisional() {
    let events = history(&[(State::Received, "2027-02-01")]);
    assert!(
        ClockView::of(&events, 7, date(2027, 2, 1), &calendar())
            .unwrap()
            .provisional
    );
}

/// An evening in UTC is the next morning at the office.
#[test]
fn the_day_is_the_office_s() {
    let at = "2026-11-19T23:30:00Z".parse().unwrap();
    let events = [Event {
        state: State::Received,
        at,
        actor: Actor::Officer,
    }];
    assert_eq!(due_clock(&events, 7).unwrap().received_on, date(2026, 11, 20));
}
