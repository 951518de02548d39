//! What a change of the calendar would make and break in all offices. Nothing is changed.

use super::calendar;
use crate::{
    app::office_admin::{self, Plan, count},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    calendar::NationalDay,
    wire::{holidays::HolidayPreview, office_admin::PreviewDay},
};
use eid_store::{Tx, holidays::Said, offices};
use jiff::{Timestamp, civil::Date};
use std::collections::BTreeMap;

/// Lays the wanted days over the calendar and compares every office with itself.
///
/// # Errors
/// When the database is out of reach.
pub async fn preview(
    app: &App,
    tx: &mut Tx,
    said: &Said,
    what: Vec<NationalDay>,
    now: Timestamp,
) -> Result<HolidayPreview, ApiError> {
    let before = calendar(app, said)?;
    let after = before.saying(&what);
    let mut all: BTreeMap<Date, PreviewDay> = BTreeMap::new();
    let mut preview = HolidayPreview {
        version: said.version,
        what,
        days: Vec::new(),
        offices: 0,
        people: 0,
        holds: 0,
        again: 0,
    };
    for row in offices::list(tx).await? {
        let office = office_admin::record(&row.data)?;
        let plan = |calendar| Plan {
            office: &office,
            calendar,
        };
        let (days, standing) = office_admin::compare(tx, plan(&before), plan(&after), now).await?;
        let changed: Vec<PreviewDay> = days.into_iter().filter(|day| day.changed).collect();
        preview.offices += u32::from(!changed.is_empty());
        preview.people += count(&standing.broken);
        preview.holds += count(&standing.holds);
        preview.again += count(&standing.again);
        for day in changed {
            match all.get_mut(&day.date) {
                Some(sum) => {
                    sum.before = sum.before.saturating_add(day.before);
                    sum.after = sum.after.saturating_add(day.after);
                    sum.broken.extend(day.broken);
                }
                None => {
                    all.insert(day.date, day);
                }
            }
        }
    }
    preview.days = all.into_values().collect();
    Ok(preview)
}
