//! The lawful due date of a dossier, which stands still while the citizen's data is corrected.

use super::Calendar;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Days on which the clock stands: from the first day up to, not with, the day it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Pause {
    /// First day that is not counted.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub from: Date,
    /// First day that is counted again; `None` while the clock still stands.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub to: Option<Date>,
}

impl Pause {
    fn holds(&self, date: Date) -> bool {
        self.from <= date && self.to.is_none_or(|to| date < to)
    }
}

/// A time limit in working days (Law on Identification 26/2023, art. 26: seven for a card).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DueClock {
    /// Day of receipt of the complete dossier; it is not counted.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub received_on: Date,
    /// The limit in working days.
    pub limit_wd: u16,
    /// Spans in which the clock stood or stands.
    pub pauses: Vec<Pause>,
}

/// When a limit runs out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Due {
    /// On this day: `{"kind":"on","date":"2026-12-02"}`.
    On {
        /// Last lawful day.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        #[serde(deserialize_with = "crate::when::read")]
        date: Date,
    },
    /// Not known yet: the clock stands.
    Paused {
        /// First day that was not counted.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        #[serde(deserialize_with = "crate::when::read")]
        since: Date,
        /// Working days left once it goes on.
        left_wd: u16,
    },
}

impl Due {
    /// The date, where there is one.
    #[must_use]
    pub const fn date(self) -> Option<Date> {
        match self {
            Self::On { date } => Some(date),
            Self::Paused { .. } => None,
        }
    }
}

impl DueClock {
    /// A clock that was never stopped.
    #[must_use]
    pub const fn new(received_on: Date, limit_wd: u16) -> Self {
        Self {
            received_on,
            limit_wd,
            pauses: Vec::new(),
        }
    }

    /// Counts the working days outside the pauses.
    #[must_use]
    pub fn due(&self, calendar: &Calendar) -> Due {
        let mut date = self.received_on;
        let mut left = self.limit_wd;
        while left > 0 {
            let Ok(next) = date.tomorrow() else { break };
            date = next;
            match self.pauses.iter().find(|pause| pause.holds(date)) {
                Some(Pause { from, to: None }) => {
                    return Due::Paused {
                        since: *from,
                        left_wd: left,
                    };
                }
                Some(_) => {}
                None => left -= u16::from(calendar.is_working_day(date)),
            }
        }
        Due::On { date }
    }

    /// Working days past the due date on `today`; 0 while in time or while the clock stands.
    #[must_use]
    pub fn overdue_by(&self, today: Date, calendar: &Calendar) -> u16 {
        self.due(calendar)
            .date()
            .map_or(0, |due| calendar.working_days_between(due, today))
    }
}
