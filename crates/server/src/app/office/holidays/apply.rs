//! Making a change of the calendar, in one transaction with all that comes of it.

use super::{calendar, days, wanted};
use crate::{
    app::{
        audit::{self, Done, Who},
        ids,
        office_admin::{self, Change, Plan, Standing, Written},
        staff::Staff,
    },
    limits,
    problem::ApiError,
    state::App,
};
use eid_domain::{
    calendar::{Calendar, NationalDay, office_date, said_with},
    problem::{Problem, ProblemCode},
};
use eid_store::{
    Tx,
    holidays::{self, HolidayChange, Said},
    offices,
};
use jiff::Timestamp;

/// Makes it: the days, the ticks of every office, the people, the history, the audit. `wish` says the days from the calendar as
/// it is once nobody else can change it. Returns what is said now; days that are so already change nothing.
///
/// # Errors
/// `office_changed` where somebody else has changed the calendar since; `people_concerned` where some would lose their place and
/// are not to be moved; `invalid_fields`, `too_many_requests`, and what `wish` says.
pub async fn make(
    app: &App,
    tx: &mut Tx,
    staff: &Staff,
    change: &Change<'_>,
    wish: impl FnOnce(&Calendar) -> Result<Vec<NationalDay>, ApiError>,
    now: Timestamp,
) -> Result<Said, ApiError> {
    limits::spend(tx, &app.config.limits.holiday_change_staff, &staff.id, now).await?;
    let said = holidays::lock(tx).await?;
    if said.version != change.version {
        return Err(Problem::new(ProblemCode::OfficeChanged)
            .count(said.version)
            .into());
    }
    let before = calendar(app, &said)?;
    let wish = wanted(&before, wish(&before)?, office_date(now))?;
    if wish.is_empty() {
        return Ok(said);
    }
    let after = before.saying(&wish);
    let places = brought(tx, &before, &after, now).await?;
    let concerned: usize = places.iter().map(|(_, standing)| standing.broken.len()).sum();
    if concerned > 0 && !change.move_people {
        let count = i64::try_from(concerned).unwrap_or(i64::MAX);
        return Err(Problem::new(ProblemCode::PeopleConcerned).count(count).into());
    }
    let data = serde_json::to_string(&said_with(&days(&said.data)?, &wish))?;
    let version = holidays::replace(tx, said.version, &data).await?;
    let version = version.ok_or(ApiError::from(ProblemCode::OfficeChanged))?;
    let were: Vec<NationalDay> = wish.iter().map(|day| before.national(day.date)).collect();
    let made = HolidayChange {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        made_at: now,
        made_by: staff.id.clone(),
        to_version: version,
        days_before: serde_json::to_string(&were)?,
        days_after: serde_json::to_string(&wish)?,
        note: change.note.to_owned(),
        undone_by: None,
    };
    holidays::insert(tx, &made).await?;
    if let Some(earlier) = change.takes_back
        && !holidays::note_undone(tx, earlier, &made.id).await?
    {
        return Err(ProblemCode::StateConflict.into());
    }
    for (office_id, standing) in &places {
        let written = Written::Country(&made.id);
        office_admin::settle(app, tx, office_id, standing, written, now).await?;
    }
    let done = Done {
        who: Who::Staff(&staff.id),
        action: if change.takes_back.is_some() {
            "holidays.undo"
        } else {
            "holidays.change"
        },
        kind: "holidays",
        id: &made.id,
        reason: None,
    };
    audit::note(app, tx, now, done).await?;
    Ok(Said { version, data })
}

/// Brings the ticks of every office to the new calendar. All offices are locked first, in the order of their ids, so that none
/// changes meanwhile by the old one.
async fn brought(
    tx: &mut Tx,
    before: &Calendar,
    after: &Calendar,
    now: Timestamp,
) -> Result<Vec<(String, Standing)>, ApiError> {
    let mut all = Vec::new();
    for row in offices::lock_all(tx).await? {
        let office = office_admin::record(&row.data)?;
        let plan = |calendar| Plan {
            office: &office,
            calendar,
        };
        let standing = office_admin::bring(tx, plan(before), plan(after), None, now).await?;
        all.push((row.id, standing));
    }
    Ok(all)
}

/// After the commit: this server knows at once; should it fail here, it knows in a second, as the others do.
pub async fn told(app: &App, now: Timestamp) {
    if let Err(error) = app.catalog.refresh(&app.store, now).await {
        tracing::warn!(%error, "the calendar was not read");
    }
    app.days.clear();
    for office in app.catalog.offices() {
        app.live.changed(office.id.as_str());
    }
    app.wake.notify_one();
}
