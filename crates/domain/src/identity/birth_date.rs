//! Birth dates, some of which know only the year.

mod age;
mod parts;

use crate::{
    field::FieldCode,
    text_type::{redacted_debug, text_wire},
    typed_text::compact,
};
use jiff::civil::Date;
use std::fmt;

/// A birth date as the records hold it: `1985-08-15`, or `1985-08`, or only `1985`.
///
/// Old records may lack day or month; civil-status rules complete them (Circular 04/2020/TT-BTP art. 18),
/// until then the rest is simply not known, and nothing here pretends otherwise.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct BirthDate {
    year: i16,
    month: Option<i8>,
    /// Only with a month.
    day: Option<i8>,
}

/// How much of a birth date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// Year, month and day.
    Day,
    /// Year and month.
    Month,
    /// Only the year.
    Year,
}

/// First year of the personal number's first century.
const FIRST_YEAR: i16 = 1900;
/// Last year of its last one.
const LAST_YEAR: i16 = 2399;

impl BirthDate {
    /// Reads an ISO date, possibly partial, that must not lie after `today`.
    ///
    /// # Errors
    /// As [`BirthDate::from_iso`], and [`FieldCode::DateFuture`].
    pub fn parse(text: &str, today: Date) -> Result<Self, FieldCode> {
        Self::from_iso(text)?.not_after(today)
    }

    /// Reads `1985`, `1985-08` or `1985-08-15` without knowing today.
    ///
    /// # Errors
    /// [`FieldCode::Required`], [`FieldCode::DateImpossible`], [`FieldCode::DateTooOld`] before 1900,
    /// [`FieldCode::DateFuture`] after 2399.
    pub fn from_iso(text: &str) -> Result<Self, FieldCode> {
        let text = compact(text);
        if text.is_empty() {
            return Err(FieldCode::Required);
        }
        let mut parts = text.split('-');
        let year = parts
            .next()
            .and_then(|year| number(year, 4))
            .ok_or(FieldCode::DateImpossible)?;
        let mut two = || {
            parts
                .next()
                .map(|part| number(part, 2).ok_or(FieldCode::DateImpossible))
                .transpose()
        };
        let (month, day) = (two()?, two()?);
        if parts.next().is_some() {
            return Err(FieldCode::DateImpossible);
        }
        Self::new(year, month.map(small), day.map(small))
    }

    /// A date that exists, from 1900 to 2399. A day without a month is impossible.
    pub(super) fn new(year: i16, month: Option<i8>, day: Option<i8>) -> Result<Self, FieldCode> {
        if day.is_some() && month.is_none() {
            return Err(FieldCode::DateImpossible);
        }
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).map_err(|_| FieldCode::DateImpossible)?;
        if year < FIRST_YEAR {
            return Err(FieldCode::DateTooOld);
        }
        if year > LAST_YEAR {
            return Err(FieldCode::DateFuture);
        }
        Ok(Self { year, month, day })
    }

    /// A fully known date.
    ///
    /// # Errors
    /// As [`BirthDate::from_iso`].
    pub fn from_date(date: Date) -> Result<Self, FieldCode> {
        Self::new(date.year(), Some(date.month()), Some(date.day()))
    }

    /// The same, unless even the earliest day it can be lies after `today`.
    ///
    /// # Errors
    /// [`FieldCode::DateFuture`].
    pub fn not_after(self, today: Date) -> Result<Self, FieldCode> {
        if self.earliest() > today {
            Err(FieldCode::DateFuture)
        } else {
            Ok(self)
        }
    }

    /// The year, 1900 to 2399.
    #[must_use]
    pub const fn year(&self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, if known.
    #[must_use]
    pub const fn month(&self) -> Option<i8> {
        self.month
    }

    /// The day of the month, if known.
    #[must_use]
    pub const fn day(&self) -> Option<i8> {
        self.day
    }

    /// How much is known.
    #[must_use]
    pub const fn precision(&self) -> Precision {
        match (self.month, self.day) {
            (Some(_), Some(_)) => Precision::Day,
            (Some(_), None) => Precision::Month,
            _ => Precision::Year,
        }
    }

    /// The date, if all of it is known.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        (self.precision() == Precision::Day).then(|| self.earliest())
    }

    /// The first day it can be.
    #[must_use]
    pub fn earliest(&self) -> Date {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).unwrap_or(Date::MIN)
    }

    /// The last day it can be.
    #[must_use]
    pub fn latest(&self) -> Date {
        match self.precision() {
            Precision::Day => self.earliest(),
            Precision::Month => self.earliest().last_of_month(),
            Precision::Year => self.earliest().last_of_year(),
        }
    }

    /// As people in Vietnam write it: `15/08/1985`, `08/1985`, `1985`.
    #[must_use]
    pub fn slashed(&self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{day:02}/{month:02}/{:04}", self.year),
            (Some(month), None) => format!("{month:02}/{:04}", self.year),
            _ => format!("{:04}", self.year),
        }
    }
}

impl fmt::Display for BirthDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// Exactly this many ASCII digits.
fn number(text: &str, length: usize) -> Option<i16> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// A number of at most two digits.
fn small(number: i16) -> i8 {
    i8::try_from(number).unwrap_or(0)
}

redacted_debug!(BirthDate);
text_wire!(
    BirthDate,
    Self::from_iso,
    "Birth date, possibly partial: `1985-08-15`, `1985-08`, `1985`.",
    "1985-08-15"
);

#[cfg(test)]
mod tests;
