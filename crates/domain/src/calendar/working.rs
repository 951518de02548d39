//! Which days count.

use super::{CalendarDay, DayKind};
use jiff::civil::{Date, Weekday};

/// The special days of the country, in order. Weekdays it does not name are working days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    days: Vec<CalendarDay>,
}

impl Calendar {
    /// A calendar of these days, in any order.
    #[must_use]
    pub fn from_days(mut days: Vec<CalendarDay>) -> Self {
        crate::order::by_key(&mut days, |day| day.date);
        Self { days }
    }

    /// All special days, in order.
    #[must_use]
    pub fn days(&self) -> &[CalendarDay] {
        &self.days
    }

    fn on(&self, date: Date) -> impl Iterator<Item = &CalendarDay> {
        let first = self.days.partition_point(|day| day.date < date);
        self.days
            .iter()
            .skip(first)
            .take_while(move |day| day.date == date)
    }

    /// What the whole country does on a day, where it differs from the weekday.
    #[must_use]
    pub fn special(&self, date: Date) -> Option<&CalendarDay> {
        self.on(date).find(|day| day.office.is_none())
    }

    /// The closure of one office on a day.
    #[must_use]
    pub fn closure(&self, date: Date, office: &str) -> Option<&CalendarDay> {
        self.on(date)
            .find(|day| day.kind == DayKind::LocalClosure && day.office.as_deref() == Some(office))
    }

    /// Whether a day counts for time limits: Monday to Friday, no holiday, or a worked Saturday. Saturday-morning
    /// reception does not make a Saturday count.
    #[must_use]
    pub fn is_working_day(&self, date: Date) -> bool {
        match self.special(date).map(|day| day.kind) {
            Some(DayKind::Holiday | DayKind::Compensation) => false,
            Some(DayKind::SwapWorking) => true,
            Some(DayKind::LocalClosure) | None => !is_weekend(date),
        }
    }

    /// The `n`-th working day after `from`; the day itself is not counted. `n == 0` gives `from`.
    #[must_use]
    pub fn add_working_days(&self, from: Date, n: u16) -> Date {
        let mut date = from;
        let mut left = n;
        while left > 0 {
            let Ok(next) = date.tomorrow() else { return date };
            date = next;
            left -= u16::from(self.is_working_day(date));
        }
        date
    }

    /// Working days after `from` up to and with `to`; 0 where `to` is not later.
    #[must_use]
    pub fn working_days_between(&self, from: Date, to: Date) -> u16 {
        let mut count = 0u16;
        let mut date = from;
        while date < to {
            let Ok(next) = date.tomorrow() else { break };
            date = next;
            count = count.saturating_add(u16::from(self.is_working_day(date)));
        }
        count
    }

    /// The day itself if it is a working day, else the next one.
    #[must_use]
    pub fn working_day_from(&self, date: Date) -> Date {
        if self.is_working_day(date) {
            date
        } else {
            self.add_working_days(date, 1)
        }
    }

    /// Whether every day of a span is fixed: no unconfirmed special day in it, and a year the calendar knows.
    /// Dates counted over other spans must be shown as provisional.
    #[must_use]
    pub fn is_settled(&self, from: Date, to: Date) -> bool {
        let known = |date: Date| self.days.iter().any(|day| day.date.year() == date.year());
        known(from)
            && known(to)
            && self
                .days
                .iter()
                .all(|day| day.confirmed || day.date < from || day.date > to)
    }
}

/// Saturday or Sunday.
pub(crate) fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}
