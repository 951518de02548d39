//! The figures, put together.

use super::{Asked, is_everywhere};
use crate::{
    app::staff::{Right, Staff},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    calendar::{days_after, days_between},
    figures::{Measure, PACE_DAYS, Pace, Reach},
    intake::Residence,
    wire::figures::{Count, FiguresView, Reached, TargetView, UnitFigures, WeekFigures},
};
use eid_store::figures::{self, Sum, Target};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Everything that is told.
///
/// # Errors
/// When the database is out of reach.
pub async fn of(app: &App, staff: &Staff, asked: &Asked) -> Result<FiguresView, ApiError> {
    let today = app.today();
    let office = asked.office_id.as_deref();
    let mut tx = app.store.read().await?;
    let mut sums = figures::sums(&mut tx, office, asked.from, asked.to).await?;
    sums.extend(figures::uncollected(&mut tx, office).await?);
    let days = figures::sums_by_day(&mut tx, office, asked.from, asked.to).await?;
    let ever = activated(&figures::sums(&mut tx, office, Date::MIN, Date::MAX).await?);
    let recent = activated(&figures::sums(&mut tx, office, days_after(today, 1 - PACE_DAYS), today).await?);
    let targets = figures::targets(&mut tx).await?;
    let head = figures::head(&mut tx).await?;
    let waiting = figures::waiting(&mut tx).await?;
    drop(tx);
    let working_days = app
        .catalog
        .calendar()
        .working_days_between(days_after(today, -PACE_DAYS), today);
    let pace = |activated: u32| Pace {
        activated,
        working_days,
    };
    let mut units = Vec::new();
    for unit in app.catalog.offices() {
        let id = unit.id.as_str();
        if office.is_some_and(|wanted| wanted != id) {
            continue;
        }
        let done = ever.get(id).copied().unwrap_or_default();
        let pace = pace(recent.get(id).copied().unwrap_or_default());
        let target = targets.iter().find(|target| target.office_id == id);
        units.push(UnitFigures {
            office_id: id.to_owned(),
            name: unit.name.clone(),
            counts: sums
                .iter()
                .filter(|sum| sum.office_id == id)
                .filter_map(count)
                .collect(),
            activated_ever: done,
            pace,
            target: target.map(|target| seen(app, target, done, pace, today)),
        });
    }
    units.sort_by(|a, b| a.name.vi.cmp(&b.name.vi));
    Ok(FiguresView {
        today,
        from: asked.from,
        to: asked.to,
        office_id: asked.office_id.clone(),
        everywhere: is_everywhere(staff.role),
        may_set: staff.may(Right::SetTarget),
        newest_at: head.newest_at,
        waiting: small(waiting),
        units,
        weeks: weeks(&days, asked.from, asked.to),
        pace: pace(recent.values().sum()),
        reported: reported(app, asked),
    })
}

fn small(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn count(sum: &Sum) -> Option<Count> {
    Some(Count {
        measure: Measure::parse(&sum.measure)?,
        residence: Residence::parse(&sum.residence),
        count: small(sum.count),
    })
}

/// Accounts by office.
fn activated(sums: &[Sum]) -> BTreeMap<String, u32> {
    let mut all = BTreeMap::new();
    for sum in sums
        .iter()
        .filter(|sum| sum.measure == Measure::Activated.as_str())
    {
        *all.entry(sum.office_id.clone()).or_insert(0) += small(sum.count);
    }
    all
}

fn seen(app: &App, target: &Target, done: u32, pace: Pace, today: Date) -> TargetView {
    let (reached, reached_on) = match pace.reach(done, target.target, today, &app.catalog.calendar()) {
        Reach::Reached => (Reached::Yes, None),
        Reach::On(day) => (Reached::Later, Some(day)),
        Reach::Never => (Reached::Never, None),
    };
    TargetView {
        eligible: target.eligible,
        target: target.target,
        until: target.until,
        reached,
        reached_on,
        version: target.version,
    }
}

/// Every week that the stretch touches, also one in which nothing happened.
fn weeks(days: &[Sum], from: Date, to: Date) -> Vec<WeekFigures> {
    let mut all = Vec::new();
    let mut monday = monday_of(from);
    while monday <= to {
        let mut week = WeekFigures {
            monday,
            received: 0,
            issued: 0,
            returned: 0,
            activated: 0,
        };
        let next = days_after(monday, 7);
        for sum in days
            .iter()
            .filter(|sum| sum.day.is_some_and(|day| monday <= day && day < next))
        {
            let count = small(sum.count);
            match Measure::parse(&sum.measure) {
                Some(Measure::Received) => week.received += count,
                Some(Measure::Issued) => week.issued += count,
                Some(Measure::Returned) => week.returned += count,
                Some(Measure::Activated) => week.activated += count,
                Some(Measure::Uncollected) | None => {}
            }
        }
        all.push(week);
        // The calendar has an end, and the last week before it would follow itself for ever.
        if days_between(monday, next) < 7 {
            break;
        }
        monday = next;
    }
    all
}

fn monday_of(date: Date) -> Date {
    days_after(date, -i32::from(date.weekday().to_monday_zero_offset()))
}

/// Of one office what was reported of it and of the cities; of all offices everything.
fn reported(app: &App, asked: &Asked) -> Vec<eid_domain::figures::Reported> {
    let wanted = |office_id: &Option<String>| {
        asked.office_id.is_none() || office_id.is_none() || *office_id == asked.office_id
    };
    let all = app.reported.iter().filter(|one| wanted(&one.office_id));
    all.cloned().collect()
}
