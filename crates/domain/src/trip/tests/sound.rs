//! Whatever the stay and whatever is free.

use super::{CALENDAR, TODAY, all_free, office, trip};
use crate::{
    booking::{Service, is_bookable},
    trip::{Rules, Standing, answer, plans, strip},
};
use jiff::Span;
use proptest::prelude::*;

proptest! {
    /// A later visit is never finished earlier, nothing is finished before its limit, and the strip has every day once.
    #[test]
    fn plans_are_sound(start in 1i32..300, length in 1i32..120, service in 0usize..3) {
        let service = Service::ALL[service];
        let day = |n: i32| TODAY.saturating_add(Span::new().days(n));
        let stay = trip(&day(start).to_string(), &day(start + length).to_string(), service);
        let all = plans(&stay, office("dn-ngu-hanh-son"), TODAY, &CALENDAR, &Rules::LAW);
        prop_assert!(all.windows(2).all(|pair| pair[0].visit < pair[1].visit && pair[0].finish <= pair[1].finish));
        for plan in &all {
            let limit = Rules::LAW.working_days(service);
            prop_assert!(CALENDAR.working_days_between(plan.visit, plan.finish) >= limit);
            prop_assert!(plan.visit > stay.arrival() && plan.visit < stay.departure());
            prop_assert_eq!(plan.is_in_time(), plan.finish < stay.departure());
            let days = strip(&stay, plan, &CALENDAR, &Rules::LAW);
            prop_assert_eq!(days.first().map(|day| day.date), Some(stay.arrival()));
            prop_assert_eq!(days.last().map(|day| day.date), Some(stay.departure().max(plan.finish)));
            prop_assert!(days.windows(2).all(|pair| pair[0].date.tomorrow().ok() == Some(pair[1].date)));
            let counts: Vec<u16> = days.iter().filter_map(|day| day.counted).collect();
            prop_assert_eq!(counts, (1..=limit).collect::<Vec<_>>());
        }
    }

    /// Whatever is free: an offered day can be booked today, is free, and finishes in time; the day to come back makes
    /// the visit bookable, the day before does not.
    #[test]
    fn answers_are_true(start in 0i32..90, length in 1i32..60, taken in prop::collection::vec(any::<bool>(), 40)) {
        let day = |n: i32| TODAY.saturating_add(Span::new().days(n));
        let stay = trip(&day(start).to_string(), &day(start + length).to_string(), Service::CardAndAccount);
        let office = office("hcm-quan-10");
        let mut free = all_free(office);
        for (day, taken) in free.iter_mut().zip(taken) {
            if taken { day.free = 0; day.first = None; }
        }
        match answer(&stay, office, &free, TODAY, &CALENDAR, &Rules::LAW) {
            Standing::Free(days) => {
                prop_assert!(!days.is_empty());
                for one in days {
                    prop_assert!(one.plan.is_in_time() && one.free > 0 && is_bookable(one.plan.visit, TODAY));
                    prop_assert!(free.iter().any(|day| day.date == one.plan.visit && day.free == one.free));
                }
            }
            Standing::OpensOn { at, plan } => {
                let on = at.date();
                prop_assert!(on > TODAY && plan.is_in_time());
                prop_assert!(is_bookable(plan.visit, on));
                prop_assert!(!is_bookable(plan.visit, on.yesterday().expect("not the first day")));
            }
            Standing::Full { plan, last, later } => {
                prop_assert!(plan.is_in_time() && is_bookable(plan.visit, TODAY) && plan.visit <= last);
                prop_assert!(later.is_none_or(|day| day > last && is_bookable(day, TODAY)));
            }
            Standing::TooShort { plan, intake } => {
                prop_assert!(!plan.is_in_time());
                prop_assert!(intake.is_none_or(|day| plan.visit <= day && day < stay.departure()));
            }
            Standing::Closed => prop_assert!(plans(&stay, office, TODAY, &CALENDAR, &Rules::LAW).is_empty()),
        }
    }
}
