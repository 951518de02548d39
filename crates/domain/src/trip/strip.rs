//! The sum shown day by day.

use super::{Plan, Rules, Trip};
use crate::{
    booking::Service,
    calendar::{Calendar, CalendarDay, DayKind},
};
use jiff::{
    Span,
    civil::{Date, Weekday},
};

/// What part of the stay a day belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// The day of arrival.
    Arrival,
    /// Between arrival and visit.
    Before,
    /// The visit.
    Visit,
    /// Between visit and finish.
    Waiting,
    /// Between finish and departure: in hand if something takes longer.
    Margin,
    /// The day of departure.
    Departure,
    /// After the departure, where it is not done in time.
    Abroad,
}

/// Something that happens on a day, at the latest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanEvent {
    /// The card is at the office, and a message says so.
    CardThere,
    /// The card is collected.
    Collect,
    /// The account is approved, and a message says so.
    Approved,
    /// The account is activated on the person's own phone.
    Activate,
}

/// One calendar day of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanDay<'a> {
    /// The day.
    pub date: Date,
    /// Its part of the stay.
    pub phase: Phase,
    /// "Working day n" of the limit; `None` for days that do not count.
    pub counted: Option<u16>,
    /// The limit that is counted to.
    pub limit: u16,
    /// Saturday or Sunday that is no swap working day.
    pub weekend: bool,
    /// The holiday, or the Saturday that is worked, by name.
    pub special: Option<&'a CalendarDay>,
    /// What happens, in order.
    pub events: Vec<PlanEvent>,
}

impl PlanDay<'_> {
    /// Whether the whole country is off for a named reason.
    #[must_use]
    pub fn is_holiday(&self) -> bool {
        self.special
            .is_some_and(|day| matches!(day.kind, DayKind::Holiday | DayKind::Compensation))
    }
}

/// Every calendar day from the arrival to the departure, or to the finish where that is later.
#[must_use]
pub fn strip<'a>(trip: &Trip, plan: &Plan, calendar: &'a Calendar, rules: &Rules) -> Vec<PlanDay<'a>> {
    let limit = rules.working_days(trip.service());
    let last = trip.departure().max(plan.finish);
    let days = trip.arrival().series(Span::new().days(1));
    days.take_while(|day| *day <= last)
        .map(|date| PlanDay {
            date,
            phase: phase(trip, plan, date),
            counted: counted(plan, date, limit, calendar),
            limit,
            weekend: is_weekend(date) && !calendar.is_working_day(date),
            special: calendar.special(date),
            events: events(trip.service(), plan, date),
        })
        .collect()
}

fn phase(trip: &Trip, plan: &Plan, date: Date) -> Phase {
    if date == plan.visit {
        Phase::Visit
    } else if date == trip.arrival() {
        Phase::Arrival
    } else if date == trip.departure() {
        Phase::Departure
    } else if date > trip.departure() {
        Phase::Abroad
    } else if date < plan.visit {
        Phase::Before
    } else if date <= plan.finish {
        Phase::Waiting
    } else {
        Phase::Margin
    }
}

/// The lawful clock's own count: the day of the visit is not counted.
fn counted(plan: &Plan, date: Date, limit: u16, calendar: &Calendar) -> Option<u16> {
    if date <= plan.visit || !calendar.is_working_day(date) {
        return None;
    }
    Some(calendar.working_days_between(plan.visit, date)).filter(|n| *n <= limit)
}

fn events(service: Service, plan: &Plan, date: Date) -> Vec<PlanEvent> {
    let on = |day: Option<Date>| day == Some(date);
    let all = [
        (on(plan.card_due), PlanEvent::CardThere),
        (on(plan.collect), PlanEvent::Collect),
        (on(plan.account_due), PlanEvent::Approved),
        (service.has_account() && on(plan.account_due), PlanEvent::Activate),
    ];
    all.into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, event)| event)
        .collect()
}

fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}
