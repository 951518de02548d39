//! Days of the whole country as the administrator says them, over those of the data file: the Government fixes a holiday, or
//! moves a working day, when the file was written long ago (Labour Code 2019, art. 111 and 112).

use super::{Calendar, CalendarDay, DayKind, working::is_weekend};
use crate::typed_text::one_line;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

/// Most days that one change speaks of: a year has fewer special ones.
pub const MOST_DAYS: usize = 40;
/// Longest name of a day, in characters.
pub const LONGEST_DAY_NAME: usize = 80;
/// Longest source of a day, in characters.
pub const LONGEST_DAY_SOURCE: usize = 160;
/// So many years ahead can be spoken of: nobody fixes a holiday earlier.
const YEARS_AHEAD: i16 = 2;

/// What is special about a day of the whole country:
/// `{"kind":"holiday","confirmed":true,"vi":"Quốc khánh","en":"National Day","source":"Labour Code 2019, art. 112"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct SpecialDay {
    /// A holiday, a day off in place of another, or a Saturday that is worked; never the closure of one office.
    pub kind: DayKind,
    /// False while the Government has not fixed the day.
    pub confirmed: bool,
    /// Vietnamese name.
    pub vi: String,
    /// English name.
    pub en: String,
    /// Where the day is published.
    pub source: String,
}

/// What a day is to be: `{"date":"2026-12-31","special":null}` is a day like its weekday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct NationalDay {
    /// Which day.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    #[serde(deserialize_with = "crate::when::read")]
    pub date: Date,
    /// What is special about it; `None`: nothing.
    pub special: Option<SpecialDay>,
}

/// What is wrong with a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayFault {
    /// Today, or before: people were told by it already.
    NotToCome,
    /// In a year of which nobody knows yet.
    TooFar,
    /// The change speaks of it twice.
    Twice,
    /// An office's closure is no day of the country.
    Kind,
    /// Only a Saturday is worked in place of another day.
    NotSaturday,
    /// Saturdays and Sundays are off already.
    NotWeekday,
    /// No Vietnamese name, or a long one.
    Vi,
    /// No English name, or a long one.
    En,
    /// No source, or a long one.
    Source,
}

impl DayFault {
    /// The field it is about, as in the JSON of a [`NationalDay`].
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::NotToCome | Self::TooFar | Self::Twice => "date",
            Self::Kind | Self::NotSaturday | Self::NotWeekday => "special.kind",
            Self::Vi => "special.vi",
            Self::En => "special.en",
            Self::Source => "special.source",
        }
    }
}

impl NationalDay {
    /// The same with its texts on one line each, as they are kept.
    #[must_use]
    pub fn tidy(mut self) -> Self {
        if let Some(day) = &mut self.special {
            for text in [&mut day.vi, &mut day.en, &mut day.source] {
                *text = one_line(text);
            }
        }
        self
    }

    /// What is wrong with it on a day.
    #[must_use]
    pub fn faults(&self, today: Date) -> Vec<DayFault> {
        let mut found = Vec::new();
        if self.date <= today {
            found.push(DayFault::NotToCome);
        } else if self.date.year() > today.year() + YEARS_AHEAD {
            found.push(DayFault::TooFar);
        }
        let Some(day) = &self.special else { return found };
        match day.kind {
            DayKind::LocalClosure => found.push(DayFault::Kind),
            DayKind::SwapWorking if self.date.weekday() != Weekday::Saturday => {
                found.push(DayFault::NotSaturday);
            }
            DayKind::Compensation if is_weekend(self.date) => found.push(DayFault::NotWeekday),
            _ => {}
        }
        let is_wrong = |text: &str, most: usize| {
            let text = one_line(text);
            text.is_empty() || text.chars().count() > most
        };
        let texts = [
            (&day.vi, LONGEST_DAY_NAME, DayFault::Vi),
            (&day.en, LONGEST_DAY_NAME, DayFault::En),
            (&day.source, LONGEST_DAY_SOURCE, DayFault::Source),
        ];
        for (text, most, fault) in texts {
            if is_wrong(text, most) {
                found.push(fault);
            }
        }
        found
    }
}

/// What is wrong with the days of a change, each with the place of its day.
#[must_use]
pub fn faults(days: &[NationalDay], today: Date) -> Vec<(usize, DayFault)> {
    let mut found = Vec::new();
    for (at, day) in days.iter().enumerate() {
        if days.iter().take(at).any(|other| other.date == day.date) {
            found.push((at, DayFault::Twice));
        }
        found.extend(day.faults(today).into_iter().map(|fault| (at, fault)));
    }
    found
}

impl Calendar {
    /// What this calendar says of a day of the whole country.
    #[must_use]
    pub fn national(&self, date: Date) -> NationalDay {
        let special = self.special(date).map(|day| SpecialDay {
            kind: day.kind,
            confirmed: day.confirmed,
            vi: day.vi.clone(),
            en: day.en.clone(),
            source: day.source.clone(),
        });
        NationalDay { date, special }
    }

    /// This calendar with these days as they are said here. Closures of single offices stay.
    #[must_use]
    pub fn saying(&self, said: &[NationalDay]) -> Self {
        let is_said =
            |day: &CalendarDay| day.office.is_none() && said.iter().any(|other| other.date == day.date);
        let mut days: Vec<CalendarDay> = self.days().iter().filter(|day| !is_said(day)).cloned().collect();
        days.extend(said.iter().filter_map(|day| {
            let special = day.special.clone()?;
            Some(CalendarDay {
                date: day.date,
                kind: special.kind,
                confirmed: special.confirmed,
                office: None,
                vi: special.vi,
                en: special.en,
                source: special.source,
            })
        }));
        Self::from_days(days)
    }

    /// The days to come that are as they were before a change, where it is taken back. `None` where a day that it changed was
    /// changed again since, or where all of them are over.
    #[must_use]
    pub fn without(
        &self,
        before: &[NationalDay],
        after: &[NationalDay],
        today: Date,
    ) -> Option<Vec<NationalDay>> {
        let to_come = |day: &&NationalDay| day.date > today;
        if after
            .iter()
            .filter(to_come)
            .any(|day| self.national(day.date) != *day)
        {
            return None;
        }
        let back: Vec<NationalDay> = before.iter().filter(to_come).cloned().collect();
        let differs = back.iter().any(|day| self.national(day.date) != *day);
        differs.then_some(back)
    }
}

/// What was said of days, with what is said of some of them now, in order.
#[must_use]
pub fn said_with(said: &[NationalDay], now: &[NationalDay]) -> Vec<NationalDay> {
    let is_new = |day: &NationalDay| now.iter().any(|other| other.date == day.date);
    let mut all: Vec<NationalDay> = said.iter().filter(|day| !is_new(day)).cloned().collect();
    all.extend(now.iter().cloned());
    crate::order::by_key(&mut all, |day| day.date);
    all
}
