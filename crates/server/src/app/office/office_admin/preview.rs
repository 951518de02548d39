//! What a change would make and break. Nothing is changed.

use super::plan::{Plan, Standing, by_day, from, horizon, judge};
use crate::{problem::ApiError, state::App};
use eid_domain::{
    booking::{AgeGroup, Service},
    calendar::office_date,
    capacity::{FreeTick, Tick, slot_starts},
    office::{Office, OfficeSettings},
    wire::office_admin::{OfficePreview, PreviewDay},
};
use eid_store::{
    Tx, closures,
    replan::{self, Taker, Who},
};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// Compares an office with what it would be.
///
/// # Errors
/// When the database is out of reach.
pub async fn preview(
    app: &App,
    tx: &mut Tx,
    (before, version): (&Office, i64),
    after: &Office,
    now: Timestamp,
) -> Result<OfficePreview, ApiError> {
    let (calendar, today) = (app.catalog.calendar_in(tx).await?, office_date(now));
    let plan = |office| Plan {
        office,
        calendar: &calendar,
    };
    let (days, all) = compare(tx, plan(before), plan(after), now).await?;
    let settings = |office| OfficeSettings::of(office).after(today);
    Ok(OfficePreview {
        version,
        what: settings(before).changes(&settings(after)),
        days,
        people: count(&all.broken),
        holds: count(&all.holds),
        again: count(&all.again),
    })
}

/// So many of them.
pub(in crate::app) fn count(list: &[Taker]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

/// The days on which an office is open by one plan or the other, and where their people would stand.
///
/// # Errors
/// When the database is out of reach.
pub async fn compare(
    tx: &mut Tx,
    before: Plan<'_>,
    after: Plan<'_>,
    now: Timestamp,
) -> Result<(Vec<PreviewDay>, Standing), ApiError> {
    let id = after.office.id.as_str();
    let closed = closures::of_office(tx, id, now).await?;
    let mut takers = by_day(replan::takers(tx, id, from(now), now).await?);
    let mut dates: BTreeSet<_> = horizon(now).collect();
    dates.extend(takers.keys().copied());
    let mut days = Vec::new();
    let mut all = Standing::default();
    for date in dates {
        let (old, new) = (before.open_ticks(date, &closed), after.open_ticks(date, &closed));
        if old.is_empty() && new.is_empty() {
            continue;
        }
        // By the plan itself, as when it is carried out: a closed day has its places when it is opened again.
        let changed = before.ticks(date) != after.ticks(date);
        let standing = match takers.remove(&date) {
            Some(takers) if changed => judge(&new, takers),
            _ => Standing::default(),
        };
        days.push(PreviewDay {
            date,
            before: places(before.office, &old),
            after: places(after.office, &new),
            changed: changed || before.office.visit_lengths != after.office.visit_lengths,
            broken: standing.broken.iter().filter_map(reference).collect(),
        });
        all.add(standing);
    }
    Ok((days, all))
}

/// So many visits for a card, the commonest, begin on the day where nothing is taken.
fn places(office: &Office, ticks: &[Tick]) -> u16 {
    let card = office.visit_lengths.ticks(Service::Card, AgeGroup::From14To59);
    let free: Vec<FreeTick> = ticks
        .iter()
        .map(|tick| FreeTick {
            start: tick.start,
            free: tick.capacity,
        })
        .collect();
    slot_starts(&free, card).iter().map(|slot| slot.free).sum()
}

fn reference(taker: &Taker) -> Option<String> {
    match &taker.who {
        Who::Visit { reference, .. } => Some(reference.clone()),
        Who::Hold => None,
    }
}
