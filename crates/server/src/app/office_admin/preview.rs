//! What a change would make and break. Nothing is changed.

use super::plan::{Standing, by_day, from, horizon, judge, open_ticks};
use crate::{app::plan, problem::ApiError, state::App};
use eid_domain::{
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

/// Ticks of the visit by which days are compared: a card, the commonest.
const USUAL: u8 = 2;

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
    let (id, calendar, today) = (after.id.as_str(), &app.catalog.calendar, office_date(now));
    let closed = closures::of_office(tx, id, now).await?;
    let mut takers = by_day(replan::takers(tx, id, from(now), now).await?);
    let mut dates: BTreeSet<_> = horizon(now).collect();
    dates.extend(takers.keys().copied());
    let mut days = Vec::new();
    let mut all = Standing::default();
    for date in dates {
        let ticks = |office| open_ticks(office, calendar, date, &closed);
        let (old, new) = (ticks(before), ticks(after));
        if old.is_empty() && new.is_empty() {
            continue;
        }
        // By the plan itself, as when it is carried out: a closed day has its places when it is opened again.
        let changed = plan::ticks(before, calendar, date) != plan::ticks(after, calendar, date);
        let standing = match takers.remove(&date) {
            Some(takers) if changed => judge(&new, takers),
            _ => Standing::default(),
        };
        days.push(PreviewDay {
            date,
            before: places(&old),
            after: places(&new),
            changed,
            broken: standing.broken.iter().filter_map(reference).collect(),
        });
        all.add(standing);
    }
    let count = |list: &[Taker]| u32::try_from(list.len()).unwrap_or(u32::MAX);
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

/// So many visits of the usual length begin on the day where nothing is taken.
fn places(ticks: &[Tick]) -> u16 {
    let free: Vec<FreeTick> = ticks
        .iter()
        .map(|tick| FreeTick {
            start: tick.start,
            free: tick.capacity,
        })
        .collect();
    slot_starts(&free, USUAL).iter().map(|slot| slot.free).sum()
}

fn reference(taker: &Taker) -> Option<String> {
    match &taker.who {
        Who::Visit { reference, .. } => Some(reference.clone()),
        Who::Hold => None,
    }
}
