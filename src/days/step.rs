//! Where in moving one is. Day, time and confirmation are steps of the address (`?ngay=…&gio=…`), so that back, reload and
//! bookmark work.

use crate::browser::location;
use eid_domain::when::When;
use jiff::civil::{Date, Time};

/// A step of moving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Choosing a day.
    Day,
    /// Choosing a time on a day.
    Time(Date),
    /// Looking at both once more.
    Confirm(Date, Time),
}

impl Step {
    /// The step that the address names.
    pub fn of_address() -> Self {
        let date = location::query("ngay").and_then(|text| When::of(&text));
        let time = location::query("gio").and_then(|text| When::of(&text));
        match (date, time) {
            (Some(date), Some(time)) => Self::Confirm(date, time),
            (Some(date), None) => Self::Time(date),
            _ => Self::Day,
        }
    }

    /// The address of this step of a page, with what stands behind `#`.
    pub fn href(self, page: &str, key: &str) -> String {
        match self {
            Self::Day => format!("{page}#{key}"),
            Self::Time(date) => format!("{page}?ngay={date}#{key}"),
            Self::Confirm(date, time) => format!("{page}?ngay={date}&gio={time}#{key}"),
        }
    }

    /// The step before, where there is one.
    pub const fn before(self) -> Option<Self> {
        match self {
            Self::Day => None,
            Self::Time(_) => Some(Self::Day),
            Self::Confirm(date, _) => Some(Self::Time(date)),
        }
    }
}
