//! Ages as the law counts them: full years, reached on the birthday.

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

/// The day a person born on `birth` reaches `age`. Born on 29 February: 28 February in other years, the earlier
/// reading, so that warnings are not late.
#[must_use]
pub fn birthday(birth: Date, age: u8) -> Date {
    let year = birth.year().saturating_add(i16::from(age));
    Date::new(year, birth.month(), birth.day())
        .or_else(|_| Date::new(year, birth.month(), 28))
        .unwrap_or(Date::MAX)
}

/// Full years on a day; 0 before birth.
#[must_use]
pub fn age_on(birth: Date, on: Date) -> u8 {
    let years = on.year().saturating_sub(birth.year()).clamp(0, 255);
    let years = u8::try_from(years).unwrap_or(u8::MAX);
    if years > 0 && on < birthday(birth, years) {
        years - 1
    } else {
        years
    }
}

/// The ages a person can have on a day, for birth dates of which only the year or month is known. Both are equal
/// for a full date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AgeSpan {
    /// Full years if born on the latest possible day. Rights that begin at an age go by this one.
    pub youngest: u8,
    /// Full years if born on the earliest possible day. Rights that end at an age, and reminders, go by this one.
    pub oldest: u8,
}

impl AgeSpan {
    /// The span for a birth between two days.
    #[must_use]
    pub fn between(earliest: Date, latest: Date, on: Date) -> Self {
        Self {
            youngest: age_on(latest, on),
            oldest: age_on(earliest, on),
        }
    }

    /// Surely `age` or more.
    #[must_use]
    pub const fn surely_from(self, age: u8) -> bool {
        self.youngest >= age
    }

    /// Surely younger than `age`.
    #[must_use]
    pub const fn surely_under(self, age: u8) -> bool {
        self.oldest < age
    }
}

/// First day of the Law on Identification 26/2023/QH15.
pub const LAW_IN_FORCE: Date = date(2024, 7, 1);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_change_on_the_birthday() {
        let born = date(2012, 11, 22);
        assert_eq!(age_on(born, date(2026, 11, 21)), 13);
        assert_eq!(age_on(born, date(2026, 11, 22)), 14);
        assert_eq!(age_on(born, born), 0);
        assert_eq!(age_on(born, date(2010, 1, 1)), 0);
    }

    #[test]
    fn leap_births_reach_an_age_on_28_february() {
        let born = date(2012, 2, 29);
        assert_eq!(birthday(born, 14), date(2026, 2, 28));
        assert_eq!(birthday(born, 16), date(2028, 2, 29));
        assert_eq!(age_on(born, date(2026, 2, 27)), 13);
        assert_eq!(age_on(born, date(2026, 2, 28)), 14);
    }

    #[test]
    fn a_year_alone_gives_a_span() {
        let span = AgeSpan::between(date(1966, 1, 1), date(1966, 12, 31), date(2026, 11, 22));
        assert_eq!(
            span,
            AgeSpan {
                youngest: 59,
                oldest: 60
            }
        );
        assert!(!span.surely_from(60) && span.surely_from(59) && span.surely_under(61));
    }
}
