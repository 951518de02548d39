//! Making a change, in one transaction with all that comes of it.

use super::{Plan, Written, bring, record, settle, wanted};
use crate::{
    app::{
        audit::{self, Done, Who},
        ids,
        staff::Staff,
    },
    limits,
    problem::ApiError,
    state::App,
};
use eid_domain::{
    calendar::office_date,
    office::{Office, OfficeSettings},
    problem::{Problem, ProblemCode},
};
use eid_store::{
    Tx,
    office_changes::{self, OfficeChange},
    offices,
};
use jiff::Timestamp;

/// What is to be made, of an office or of the country's days.
#[derive(Clone, Debug)]
pub struct Change<'a> {
    /// The version that was seen.
    pub version: i64,
    /// Whether people may be moved.
    pub move_people: bool,
    /// Why; may be empty.
    pub note: &'a str,
    /// The change that this one takes back.
    pub takes_back: Option<&'a str>,
}

/// Makes it: the record, the ticks, the people, the history, the audit. `settings` are worked out from the office as it is
/// once nobody else can change it. Returns the office and its new version; an office that says so already stays as it is.
///
/// # Errors
/// `not_found`; `office_changed` where somebody else has changed the office since; `people_concerned` where some would lose
/// their place and are not to be moved; `invalid_fields`, `too_many_requests`, and what `settings` says.
pub async fn make(
    app: &App,
    tx: &mut Tx,
    staff: &Staff,
    office_id: &str,
    change: &Change<'_>,
    settings: impl FnOnce(&Office) -> Result<OfficeSettings, ApiError>,
    now: Timestamp,
) -> Result<(Office, i64), ApiError> {
    limits::spend(tx, &app.config.limits.office_change_staff, &staff.id, now).await?;
    let row = offices::lock(tx, office_id).await?;
    let row = row.ok_or(ApiError::from(ProblemCode::NotFound))?;
    if row.version != change.version {
        return Err(Problem::new(ProblemCode::OfficeChanged).count(row.version).into());
    }
    let (before, today) = (record(&row.data)?, office_date(now));
    let after = wanted(app, &before, settings(&before)?, today)?;
    let said = |office: &Office| OfficeSettings::of(office).after(today);
    if said(&after) == said(&before) {
        return Ok((before, row.version));
    }
    let calendar = app.catalog.calendar_in(tx).await?;
    let plan = |office| Plan {
        office,
        calendar: &calendar,
    };
    let standing = bring(tx, plan(&before), plan(&after), None, now).await?;
    if !standing.broken.is_empty() && !change.move_people {
        let count = i64::try_from(standing.broken.len()).unwrap_or(i64::MAX);
        return Err(Problem::new(ProblemCode::PeopleConcerned).count(count).into());
    }
    let data = serde_json::to_string(&after)?;
    let version = offices::replace(tx, &row.id, row.version, &data).await?;
    let version = version.ok_or(ApiError::from(ProblemCode::OfficeChanged))?;
    let made = OfficeChange {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        office_id: row.id,
        made_at: now,
        made_by: staff.id.clone(),
        from_version: row.version,
        to_version: version,
        data_before: row.data,
        data_after: data,
        note: change.note.to_owned(),
        undone_by: None,
    };
    office_changes::insert(tx, &made).await?;
    if let Some(earlier) = change.takes_back
        && !office_changes::note_undone(tx, earlier, &made.id).await?
    {
        return Err(ProblemCode::StateConflict.into());
    }
    settle(
        app,
        tx,
        &made.office_id,
        &standing,
        Written::Office(&made.id),
        now,
    )
    .await?;
    let done = Done {
        who: Who::Staff(&staff.id),
        action: if change.takes_back.is_some() {
            "office.undo"
        } else {
            "office.change"
        },
        kind: "office",
        id: &made.office_id,
        reason: None,
    };
    audit::note(app, tx, now, done).await?;
    Ok((after, version))
}

/// After the commit: this server knows at once; should it fail here, it knows in a second, as the others do.
pub async fn told(app: &App, office_id: &str, now: Timestamp) {
    if let Err(error) = app.catalog.refresh(&app.store, now).await {
        tracing::warn!(%error, "offices were not read");
    }
    app.days.forget(office_id);
    app.live.changed(office_id);
    app.wake.notify_one();
}
