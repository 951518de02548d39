//! Reading `holidays.csv`.

use super::{Calendar, CalendarDay, DayKind};
use crate::when::When;
use crate::{csv, data_error::DataError};
use jiff::civil::{Date, Weekday};

const FILE: &str = "holidays.csv";
pub(super) const HEADER: &[&str] = &["date", "type", "confirmed", "scope", "vi", "en", "source"];

impl Calendar {
    /// Reads the data file.
    ///
    /// # Errors
    /// Names the line of an unreadable date, an unknown type, a date given twice, a worked day that is not a
    /// Saturday, a compensation on a weekend, or an empty name or source.
    pub fn parse(text: &str) -> Result<Self, DataError> {
        let mut days: Vec<CalendarDay> = Vec::new();
        for record in csv::records(FILE, text, HEADER)? {
            let day = CalendarDay {
                date: record.read("date", Date::of)?,
                kind: record.read("type", |text| DayKind::parse(&text.to_ascii_lowercase()))?,
                confirmed: record.read("confirmed", |text| match text {
                    "yes" => Some(true),
                    "no" => Some(false),
                    _ => None,
                })?,
                office: record.read_optional("scope", |text| Some(text.to_owned()))?,
                vi: record.read("vi", named)?,
                en: record.read("en", named)?,
                source: record.read("source", named)?,
            };
            check(&day, &days).map_err(|reason| record.error(reason))?;
            days.push(day);
        }
        Ok(Self::from_days(days))
    }
}

fn named(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn check(day: &CalendarDay, before: &[CalendarDay]) -> Result<(), String> {
    let weekend = matches!(day.date.weekday(), Weekday::Saturday | Weekday::Sunday);
    match day.kind {
        DayKind::SwapWorking if day.date.weekday() != Weekday::Saturday => {
            return Err("SWAP_WORKING must be a Saturday".to_owned());
        }
        DayKind::Compensation if weekend => return Err("COMPENSATION must be a weekday".to_owned()),
        DayKind::LocalClosure if day.office.is_none() => {
            return Err("LOCAL_CLOSURE needs an office id in scope".to_owned());
        }
        DayKind::Holiday | DayKind::Compensation | DayKind::SwapWorking if day.office.is_some() => {
            return Err("only LOCAL_CLOSURE may have a scope".to_owned());
        }
        _ => {}
    }
    if before
        .iter()
        .any(|other| other.date == day.date && other.office == day.office)
    {
        return Err(format!("{} is given twice", day.date));
    }
    Ok(())
}
