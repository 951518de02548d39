//! When an office receives people in a normal week.

use super::WorkDay;
use crate::capacity::TICK_MINUTES;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

/// A stretch of the day in office time, in whole ticks: `{"from":"07:30:00","to":"11:30:00"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "RawSession")]
pub struct Session {
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "07:30:00"))]
    #[serde(deserialize_with = "crate::when::read")]
    from: Time,
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "11:30:00"))]
    #[serde(deserialize_with = "crate::when::read")]
    to: Time,
}

#[derive(Deserialize)]
struct RawSession {
    #[serde(deserialize_with = "crate::when::read")]
    from: Time,
    #[serde(deserialize_with = "crate::when::read")]
    to: Time,
}

impl TryFrom<RawSession> for Session {
    type Error = &'static str;

    fn try_from(raw: RawSession) -> Result<Self, Self::Error> {
        Self::new(raw.from, raw.to)
            .ok_or("a session ends after it begins, both at whole ticks of ten minutes")
    }
}

impl Session {
    /// A session; `None` unless it ends after it begins and both are at whole ticks.
    #[must_use]
    pub fn new(from: Time, to: Time) -> Option<Self> {
        let whole = |time: Time| {
            let tick = i16::from(TICK_MINUTES);
            i16::from(time.minute()) % tick == 0 && time.second() == 0 && time.subsec_nanosecond() == 0
        };
        (from < to && whole(from) && whole(to)).then_some(Self { from, to })
    }

    /// Its first minute.
    #[must_use]
    pub const fn from(&self) -> Time {
        self.from
    }

    /// The minute after its last.
    #[must_use]
    pub const fn to(&self) -> Time {
        self.to
    }
}

/// Whether the sessions of a day follow each other.
pub(super) fn in_order(day: &[Session]) -> bool {
    day.windows(2).all(|pair| pair[0].to <= pair[1].from)
}

/// A weekday with hours of its own, every week: `{"weekday":"wednesday","sessions":[]}`; without sessions it is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DayHours {
    /// Which day; Saturday has its own place in the week.
    pub weekday: WorkDay,
    /// Its sessions, in order.
    pub sessions: Vec<Session>,
}

/// A normal week: Monday to Friday alike but for the days that say otherwise, Saturday morning, closed on Sunday (Decision
/// 5710/QĐ-BCA of 2025).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "RawHours")]
pub struct WeeklyHours {
    weekdays: Vec<Session>,
    saturday: Vec<Session>,
    /// Days that differ every week, in order; none where left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    but: Vec<DayHours>,
}

#[derive(Deserialize)]
struct RawHours {
    weekdays: Vec<Session>,
    saturday: Vec<Session>,
    #[serde(default)]
    but: Vec<DayHours>,
}

impl TryFrom<RawHours> for WeeklyHours {
    type Error = &'static str;

    fn try_from(raw: RawHours) -> Result<Self, Self::Error> {
        Self::new(raw.weekdays, raw.saturday)
            .and_then(|week| week.but(raw.but))
            .ok_or("the sessions of a day are in order and do not overlap; a weekday differs once")
    }
}

impl WeeklyHours {
    /// A week; `None` when the sessions of a day overlap or are not in order.
    #[must_use]
    pub fn new(weekdays: Vec<Session>, saturday: Vec<Session>) -> Option<Self> {
        (in_order(&weekdays) && in_order(&saturday)).then_some(Self {
            weekdays,
            saturday,
            but: Vec::new(),
        })
    }

    /// The same week with days that differ in place of its own; `None` when one of them is there twice, is a Saturday, or
    /// its sessions are not in order.
    #[must_use]
    pub fn but(self, mut days: Vec<DayHours>) -> Option<Self> {
        days.sort_by_key(|day| day.weekday);
        let once = days.windows(2).all(|pair| pair[0].weekday < pair[1].weekday);
        let sound = |day: &DayHours| day.weekday != WorkDay::Saturday && in_order(&day.sessions);
        (once && days.iter().all(sound)).then_some(Self { but: days, ..self })
    }

    /// Sessions from Monday to Friday, in order. Also of a Saturday worked in place of another day.
    #[must_use]
    pub fn weekdays(&self) -> &[Session] {
        &self.weekdays
    }

    /// Sessions of a Saturday, in order; empty when closed.
    #[must_use]
    pub fn saturday(&self) -> &[Session] {
        &self.saturday
    }

    /// Weekdays with hours of their own, in order.
    #[must_use]
    pub fn differing(&self) -> &[DayHours] {
        &self.but
    }

    /// Sessions of an ordinary date, in order; none on a Sunday.
    #[must_use]
    pub fn of(&self, date: Date) -> &[Session] {
        match WorkDay::of(date) {
            None => &[],
            Some(WorkDay::Saturday) => &self.saturday,
            Some(day) => {
                let own = self.but.iter().find(|one| one.weekday == day);
                own.map_or(&self.weekdays, |one| &one.sessions)
            }
        }
    }
}
