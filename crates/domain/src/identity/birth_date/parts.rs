//! A birth date from three boxes of a form.

use super::{BirthDate, small};
use crate::{field::FieldCode, typed_text::compact};
use jiff::civil::Date;

impl BirthDate {
    /// Reads day, month and year as typed. With `unknown_day_month` ticked the day is not looked at and
    /// the month may be empty.
    ///
    /// # Errors
    /// [`FieldCode::Required`] for an empty box, [`FieldCode::DateYear`] for a year of other than four
    /// digits, [`FieldCode::DateImpossible`], [`FieldCode::DateTooOld`], [`FieldCode::DateFuture`].
    pub fn parse_parts(
        day: &str,
        month: &str,
        year: &str,
        unknown_day_month: bool,
        today: Date,
    ) -> Result<Self, FieldCode> {
        let (day, month) = if unknown_day_month {
            (None, optional(part(month, 2))?)
        } else {
            (Some(part(day, 2)?), Some(part(month, 2)?))
        };
        let year = part(year, 4)?;
        if year.1 != 4 {
            return Err(FieldCode::DateYear);
        }
        let small = |(value, _)| small(value);
        Self::new(year.0, month.map(small), day.map(small))?.not_after(today)
    }
}

/// Value and number of digits of one box.
fn part(text: &str, most: usize) -> Result<(i16, usize), FieldCode> {
    let text = compact(text);
    if text.is_empty() {
        return Err(FieldCode::Required);
    }
    if text.len() > most || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(FieldCode::DateImpossible);
    }
    let length = text.len();
    text.parse()
        .map(|value| (value, length))
        .map_err(|_| FieldCode::DateImpossible)
}

fn optional<T>(part: Result<T, FieldCode>) -> Result<Option<T>, FieldCode> {
    match part {
        Err(FieldCode::Required) => Ok(None),
        part => part.map(Some),
    }
}
