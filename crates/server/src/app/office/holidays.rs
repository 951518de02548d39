//! The country's days as the administrator changes them: seen before, over all offices at once, people moved first, taken back
//! again. What holds for an office's change holds here (ADR 0021).

mod apply;
mod preview;

pub use apply::{make, told};
pub use preview::preview;

use crate::{catalog::CatalogError, problem::ApiError, state::App};
use eid_domain::{
    calendar::{Calendar, DayFault, MOST_DAYS, NationalDay, faults, office_date},
    field::{FieldCode, FieldError},
    problem::ProblemCode,
    wire::holidays::HolidayCalendar,
};
use eid_store::holidays::{HolidayChange, Said};
use jiff::{Timestamp, civil::Date};

/// Days as they are stored.
///
/// # Errors
/// When what is stored are none.
pub fn days(data: &str) -> Result<Vec<NationalDay>, ApiError> {
    Ok(serde_json::from_str(data)?)
}

/// The calendar with what is said in a row of the database.
///
/// # Errors
/// When what is stored are no days.
pub fn calendar(app: &App, said: &Said) -> Result<Calendar, CatalogError> {
    app.catalog.days().with(said)
}

/// The days to come, as the page shows them.
///
/// # Errors
/// When what is stored are no days.
pub fn view(app: &App, said: &Said, now: Timestamp) -> Result<HolidayCalendar, ApiError> {
    let (calendar, today) = (calendar(app, said)?, office_date(now));
    let mut dates: Vec<Date> = calendar.days().iter().map(|day| day.date).collect();
    let ours = days(&said.data)?;
    dates.extend(ours.iter().map(|day| day.date));
    dates.retain(|date| *date > today);
    dates.sort_unstable();
    dates.dedup();
    // A closure of one office is no day of the country.
    let is_national =
        |day: &NationalDay| day.special.is_some() || ours.iter().any(|other| other.date == day.date);
    let all = dates.into_iter().map(|date| calendar.national(date));
    Ok(HolidayCalendar {
        today,
        version: said.version,
        days: all.filter(is_national).collect(),
    })
}

/// What is wanted, tidy, and without the days that are so already.
///
/// # Errors
/// `invalid_fields` with the place and the field of each day that cannot be so.
pub fn wanted(
    calendar: &Calendar,
    days: Vec<NationalDay>,
    today: Date,
) -> Result<Vec<NationalDay>, ApiError> {
    if days.len() > MOST_DAYS {
        return Err(ApiError::field("days", FieldCode::TextTooLong));
    }
    let wrong: Vec<FieldError> = faults(&days, today)
        .into_iter()
        .map(|(at, fault)| {
            let field = format!("days[{at}].{}", fault.field());
            FieldError::new(&field, code(fault, days.get(at)))
        })
        .collect();
    if !wrong.is_empty() {
        return Err(wrong.into());
    }
    let tidy = days.into_iter().map(NationalDay::tidy);
    Ok(tidy.filter(|day| calendar.national(day.date) != *day).collect())
}

fn code(fault: DayFault, day: Option<&NationalDay>) -> FieldCode {
    let special = day.and_then(|day| day.special.as_ref());
    let missing = |text: Option<&String>| {
        if text.is_none_or(|text| text.trim().is_empty()) {
            FieldCode::Required
        } else {
            FieldCode::TextTooLong
        }
    };
    match fault {
        DayFault::NotToCome | DayFault::TooFar => FieldCode::DateFar,
        DayFault::Twice | DayFault::Kind | DayFault::NotSaturday | DayFault::NotWeekday => {
            FieldCode::ChoiceUnknown
        }
        DayFault::Vi => missing(special.map(|day| &day.vi)),
        DayFault::En => missing(special.map(|day| &day.en)),
        DayFault::Source => missing(special.map(|day| &day.source)),
    }
}

/// The days as they were before a change.
///
/// # Errors
/// `state_conflict` where it was taken back already, what it changed was changed again since, or all of it is over.
pub fn taken_back(
    calendar: &Calendar,
    change: &HolidayChange,
    today: Date,
) -> Result<Vec<NationalDay>, ApiError> {
    let (before, after) = (days(&change.days_before)?, days(&change.days_after)?);
    let back = calendar.without(&before, &after, today);
    back.filter(|_| change.undone_by.is_none())
        .ok_or(ProblemCode::StateConflict.into())
}
