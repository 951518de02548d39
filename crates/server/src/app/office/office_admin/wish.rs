//! From what a manager wants to the record that it makes.

use crate::{problem::ApiError, state::App};
use eid_domain::{
    calendar::sessions_on,
    field::FieldCode,
    office::{DayException, Office, OfficeSettings},
    problem::ProblemCode,
};
use eid_store::office_changes::OfficeChange;
use jiff::civil::Date;

/// The office with other settings, which hold from tomorrow on: today's people are on their way, so today is open as it
/// was. What was different on days that are over is left out.
///
/// # Errors
/// `invalid_fields` with the name of the setting that cannot be so.
pub fn wanted(app: &App, before: &Office, settings: OfficeSettings, today: Date) -> Result<Office, ApiError> {
    let mut settings = settings.after(today);
    let calendar = &app.catalog.calendar();
    let kept = before.exception_on(today).cloned();
    let after = settings.clone().put_into(before.clone());
    let now = sessions_on(before, today, calendar);
    if kept.is_some() || sessions_on(&after, today, calendar) != now {
        let stations = kept.and_then(|day| day.stations);
        let as_it_was = DayException {
            date: today,
            sessions: now.to_vec(),
            stations: stations.map(|count| count.min(settings.stations)),
        };
        settings.exceptions.insert(0, as_it_was);
    }
    settings
        .check(before.kind)
        .map_err(|fault| ApiError::field(fault.setting().as_str(), FieldCode::ChoiceUnknown))?;
    Ok(settings.put_into(before.clone()))
}

/// The settings of now with a change taken back.
///
/// # Errors
/// `state_conflict` where it was taken back already, or something that it changed was changed again since.
pub fn taken_back(office: &Office, change: &OfficeChange, today: Date) -> Result<OfficeSettings, ApiError> {
    let settings = |office: &Office| OfficeSettings::of(office).after(today);
    let (before, after) = (
        super::record(&change.data_before)?,
        super::record(&change.data_after)?,
    );
    let current = settings(office);
    let back = current.without(&settings(&before), &settings(&after));
    back.filter(|back| change.undone_by.is_none() && *back != current)
        .ok_or(ProblemCode::StateConflict.into())
}
