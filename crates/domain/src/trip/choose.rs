//! What an office can do for a stay, and which office comes first.

use super::{Fit, Plan, Rules, Trip, plans};
use crate::{
    booking::{HORIZON_LAST_DAY, bookable_days},
    calendar::{Calendar, days_after, office_now},
    capacity::released_at,
    office::{Office, Reach},
    wire::slots::Day,
};
use jiff::civil::{Date, DateTime, Time};

/// A day that can be booked now, and the plan it makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bookable {
    /// What follows from a visit that day.
    pub plan: Plan,
    /// Start times that are free.
    pub free: u16,
    /// The first of them.
    pub first: Option<Time>,
}

/// How an office stands to a stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// These free days finish before the departure; the earliest is the best one. Never empty.
    Free(Vec<Bookable>),
    /// Days that finish in time exist, and can be booked from a later day on.
    OpensOn {
        /// The minute at which it opens there, office time.
        at: DateTime,
        /// The first visit that can be booked then.
        plan: Plan,
    },
    /// Days that finish in time exist, and nothing is free on them today.
    Full {
        /// The earliest of them.
        plan: Plan,
        /// The latest of them.
        last: Date,
        /// The first day after that one that is free now. Not done in time, but good to hand everything in, if it lies
        /// within the stay, and to wait from for one of the days that are full.
        later: Option<Date>,
    },
    /// No day of the stay finishes before the departure.
    TooShort {
        /// The earliest visit, for the sum.
        plan: Plan,
        /// The first day of the stay that is free now: good to hand everything in.
        intake: Option<Date>,
    },
    /// The office receives nobody on any day of the stay.
    Closed,
}

/// An office's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeAnswer {
    /// Position in the list of offices that was asked about.
    pub office: usize,
    /// How near it is to the place that was asked for.
    pub reach: Reach,
    /// How it stands.
    pub standing: Standing,
}

impl OfficeAnswer {
    /// The plan to show.
    #[must_use]
    pub fn plan(&self) -> Option<&Plan> {
        match &self.standing {
            Standing::Free(days) => days.first().map(|day| &day.plan),
            Standing::OpensOn { plan, .. }
            | Standing::Full { plan, .. }
            | Standing::TooShort { plan, .. } => Some(plan),
            Standing::Closed => None,
        }
    }

    const fn class(&self) -> u8 {
        match self.standing {
            Standing::Free(_) => 0,
            Standing::OpensOn { .. } => 1,
            Standing::Full { .. } => 2,
            Standing::TooShort { .. } => 3,
            Standing::Closed => 4,
        }
    }
}

/// The day from which a visit can be booked.
#[must_use]
pub fn first_bookable_on(visit: Date) -> Date {
    days_after(visit, -i32::from(HORIZON_LAST_DAY))
}

/// How an office stands to a stay, with its days as the server gave them.
#[must_use]
pub fn answer(
    trip: &Trip,
    office: &Office,
    free: &[Day],
    today: Date,
    calendar: &Calendar,
    rules: &Rules,
) -> Standing {
    let all = plans(trip, office, today, calendar, rules);
    let Some(earliest) = all.first().copied() else {
        return Standing::Closed;
    };
    let (_, last) = bookable_days(today);
    let fitting = || all.iter().filter(|plan| plan.is_in_time());
    let bookable: Vec<Bookable> = fitting()
        .filter_map(|plan| {
            let day = free.iter().find(|day| day.date == plan.visit && day.free > 0)?;
            Some(Bookable {
                plan: *plan,
                free: day.free,
                first: day.first,
            })
        })
        .collect();
    if !bookable.is_empty() {
        return Standing::Free(bookable);
    }
    // Days that open later are worth more than days that are full, which seldom free up. The last day of the horizon opens
    // in the course of today: the server does not list it before.
    let opens_later =
        |plan: &&Plan| plan.visit > last || (plan.visit == last && free.iter().all(|day| day.date != last));
    if let Some(plan) = fitting().find(opens_later) {
        return Standing::OpensOn {
            at: office_now(released_at(office.id.as_str(), plan.visit)),
            plan: *plan,
        };
    }
    let open = || free.iter().filter(|day| day.free > 0).map(|day| day.date);
    match (fitting().next(), fitting().next_back()) {
        (Some(plan), Some(last)) => Standing::Full {
            plan: *plan,
            last: last.visit,
            later: open().filter(|day| *day > last.visit).min(),
        },
        _ => Standing::TooShort {
            plan: earliest,
            intake: all
                .iter()
                .map(|plan| plan.visit)
                .find(|visit| open().any(|day| day == *visit)),
        },
    }
}

/// Puts answers in order: what can be booked first, near before far, early before late. A comfortable plan a little
/// further away comes before a tight one next door.
pub fn order(answers: &mut [OfficeAnswer]) {
    crate::order::by_key(answers, |one| {
        let plan = one.plan();
        (
            one.class(),
            plan.map(|plan| plan.fit).unwrap_or(Fit::Late),
            one.reach,
            plan.map_or(Date::MAX, |plan| plan.finish),
            one.office,
        )
    });
}
