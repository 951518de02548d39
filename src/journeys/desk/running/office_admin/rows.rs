//! Rows that can be added and taken away: what is typed stays text until it is looked at.

use eid_domain::office::{AssistedShare, DayException, DayHours, RotaEntry, Session, WorkDay};
use eid_domain::when::When;
use jiff::civil::{Date, Time};
use leptos::prelude::*;
use std::cell::Cell;

thread_local! {
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// Names a row among all others: its fields' ids begin with it.
fn fresh(kind: &str) -> String {
    LAST.set(LAST.get() + 1);
    format!("{kind}-{}", LAST.get())
}

fn text(start: impl Into<String>) -> RwSignal<String> {
    RwSignal::new(start.into())
}

fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn day(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// From one time to another.
#[derive(Clone, PartialEq)]
pub(super) struct Span {
    pub(super) id: String,
    pub(super) from: RwSignal<String>,
    pub(super) to: RwSignal<String>,
}

impl Span {
    pub(super) fn empty() -> Self {
        Self {
            id: fresh("span"),
            from: text(""),
            to: text(""),
        }
    }

    fn of(session: &Session) -> Self {
        Self {
            id: fresh("span"),
            from: text(clock(session.from())),
            to: text(clock(session.to())),
        }
    }

    /// The sessions of a day.
    pub(super) fn all(sessions: &[Session]) -> RwSignal<Vec<Self>> {
        RwSignal::new(sessions.iter().map(Self::of).collect())
    }

    /// Both times, where they are times.
    pub(super) fn times(&self) -> Option<(Time, Time)> {
        let (from, to) = (self.from.get_untracked(), self.to.get_untracked());
        Some((Time::of(&from)?, Time::of(&to)?))
    }

    /// As a session, where it is one.
    pub(super) fn session(&self) -> Option<Session> {
        let (from, to) = self.times()?;
        Session::new(from, to)
    }
}

/// From one day to another; the last may be open.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Valid {
    pub(super) from: RwSignal<String>,
    pub(super) to: RwSignal<String>,
}

impl Valid {
    fn of(from: Option<Date>, to: Option<Date>) -> Self {
        Self {
            from: text(day(from)),
            to: text(day(to)),
        }
    }

    /// The days, where they are days.
    pub(super) fn days(self) -> Option<(Date, Option<Date>)> {
        let (from, to) = (self.from.get_untracked(), self.to.get_untracked());
        let last = if to.is_empty() { None } else { Some(Date::of(&to)?) };
        Some((Date::of(&from)?, last))
    }
}

/// Fewer stations at some time of some days of the week.
#[derive(Clone, PartialEq)]
pub(super) struct Duty {
    pub(super) id: String,
    pub(super) weekdays: RwSignal<Vec<WorkDay>>,
    pub(super) span: Span,
    pub(super) stations: RwSignal<String>,
    pub(super) valid: Valid,
}

impl Duty {
    pub(super) fn empty(from: Date) -> Self {
        Self {
            id: fresh("duty"),
            weekdays: RwSignal::new(Vec::new()),
            span: Span::empty(),
            stations: text(""),
            valid: Valid::of(Some(from), None),
        }
    }

    pub(super) fn of(entry: &RotaEntry) -> Self {
        Self {
            id: fresh("duty"),
            weekdays: RwSignal::new(entry.weekdays.clone()),
            span: Span {
                id: fresh("span"),
                from: text(clock(entry.from)),
                to: text(clock(entry.to)),
            },
            stations: text(entry.stations.to_string()),
            valid: Valid::of(Some(entry.valid_from), entry.valid_to),
        }
    }
}

/// A day that differs.
#[derive(Clone, PartialEq)]
pub(super) struct Odd {
    pub(super) id: String,
    pub(super) date: RwSignal<String>,
    pub(super) spans: RwSignal<Vec<Span>>,
    pub(super) stations: RwSignal<String>,
}

impl Odd {
    pub(super) fn empty() -> Self {
        Self {
            id: fresh("day"),
            date: text(""),
            spans: RwSignal::new(vec![Span::empty()]),
            stations: text(""),
        }
    }

    pub(super) fn of(one: &DayException) -> Self {
        Self {
            id: fresh("day"),
            date: text(one.date.to_string()),
            spans: Span::all(&one.sessions),
            stations: text(one.stations.map(|count| count.to_string()).unwrap_or_default()),
        }
    }
}

/// A weekday with hours of its own.
#[derive(Clone, PartialEq)]
pub(super) struct OwnDay {
    pub(super) id: String,
    /// The name of a day; empty until one is chosen.
    pub(super) weekday: RwSignal<String>,
    pub(super) spans: RwSignal<Vec<Span>>,
}

impl OwnDay {
    pub(super) fn empty() -> Self {
        Self {
            id: fresh("own"),
            weekday: text(""),
            spans: RwSignal::new(vec![Span::empty()]),
        }
    }

    pub(super) fn of(day: &DayHours) -> Self {
        Self {
            id: fresh("own"),
            weekday: text(day.weekday.as_str()),
            spans: Span::all(&day.sessions),
        }
    }
}

/// What is kept for phone and desk.
#[derive(Clone, PartialEq)]
pub(super) struct Kept {
    pub(super) id: String,
    pub(super) percent: RwSignal<String>,
    pub(super) valid: Valid,
}

impl Kept {
    pub(super) fn empty(from: Date) -> Self {
        Self {
            id: fresh("share"),
            percent: text(""),
            valid: Valid::of(Some(from), None),
        }
    }

    pub(super) fn of(share: &AssistedShare) -> Self {
        Self {
            id: fresh("share"),
            percent: text(share.percent.to_string()),
            valid: Valid::of(Some(share.valid_from), share.valid_to),
        }
    }
}
