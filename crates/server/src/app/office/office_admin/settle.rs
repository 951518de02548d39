//! What becomes of the people whom a change concerns.

use super::plan::Standing;
use crate::{
    app::waiting as queue_of,
    jobs::closures::{Because, move_away, tell},
    notices::Kind as Notice,
    problem::ApiError,
    state::App,
};
use eid_store::{
    Tx, appointments, dossiers, holds, holidays, office_changes,
    replan::{Taker, Who},
    waiting::{self, EntryState},
};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// Where it is written down whom a change moves.
#[derive(Clone, Copy, Debug)]
pub enum Written<'a> {
    /// With a change of the office, of this id.
    Office(&'a str),
    /// With a change of the country's days.
    Country(&'a str),
}

/// Holds that do not fit end; who was to be moved and need not be is told so; who does not fit any more is put first in
/// the queue for another place and keeps theirs until they have one. `written` is where that is written down. Returns how
/// many are told that their visit stands.
///
/// # Errors
/// When the database is out of reach.
pub async fn settle(
    app: &App,
    tx: &mut Tx,
    office_id: &str,
    standing: &Standing,
    written: Written<'_>,
    now: Timestamp,
) -> Result<u32, ApiError> {
    for hold in &standing.holds {
        holds::release(tx, &hold.reservation_id).await?;
    }
    let again = stand_again(app, tx, &standing.again, now).await?;
    moved_first(app, tx, &standing.broken, written, now).await?;
    // There may be more places now, and there may be people who need one.
    queue_of::nudge(app, tx, office_id, now).await?;
    Ok(again)
}

/// Tells those whose visits stand; of a family that is moved as one only where everybody's does. Returns how many.
async fn stand_again(app: &App, tx: &mut Tx, takers: &[Taker], now: Timestamp) -> Result<u32, ApiError> {
    let stand: BTreeSet<&str> = takers.iter().filter_map(dossier_of).collect();
    let mut told: BTreeSet<String> = BTreeSet::new();
    for dossier_id in takers.iter().filter_map(dossier_of) {
        if told.contains(dossier_id) {
            continue;
        }
        let entry = waiting::open_of_dossier(tx, dossier_id).await?;
        let family = match &entry {
            Some(entry) => queue_of::family::with(tx, entry).await?,
            None => None,
        };
        let together: Vec<String> = match family {
            Some(entries) => entries.into_iter().map(|entry| entry.dossier_id).collect(),
            None => vec![dossier_id.to_owned()],
        };
        if together.iter().all(|id| stand.contains(id.as_str()))
            && tell_again(app, tx, &together, now).await?
        {
            told.extend(together);
        }
    }
    Ok(u32::try_from(told.len()).unwrap_or(u32::MAX))
}

async fn tell_again(app: &App, tx: &mut Tx, together: &[String], now: Timestamp) -> Result<bool, ApiError> {
    let mut people = Vec::new();
    let mut first = None;
    for dossier_id in together {
        let dossier = dossiers::by_id(tx, dossier_id).await?;
        let visit = appointments::latest_of_dossier(tx, dossier_id).await?;
        if let (Some(dossier), Some(visit)) = (dossier, visit) {
            queue_of::end(app, tx, dossier_id, EntryState::Withdrawn, now).await?;
            people.push(dossier);
            first.get_or_insert(visit);
        }
    }
    let Some(visit) = first else {
        return Ok(false);
    };
    tell(app, tx, Notice::StandsAgain, &people, &visit, now).await?;
    Ok(true)
}

fn dossier_of(taker: &Taker) -> Option<&str> {
    match &taker.who {
        Who::Visit { dossier_id, .. } => Some(dossier_id),
        Who::Hold => None,
    }
}

async fn moved_first(
    app: &App,
    tx: &mut Tx,
    takers: &[Taker],
    written: Written<'_>,
    now: Timestamp,
) -> Result<(), ApiError> {
    let ids: Vec<&str> = takers.iter().filter_map(dossier_of).collect();
    waiting::lock_visits(tx, &ids).await?;
    let mut visits = Vec::new();
    for taker in takers {
        let Some(dossier_id) = dossier_of(taker) else {
            continue;
        };
        let visit = appointments::latest_of_dossier(tx, dossier_id).await?;
        // Who was booked while the ticks were brought to the plan is seen, but was not locked: they may have moved since.
        visits.extend(visit.filter(|visit| visit.reservation_id == taker.reservation_id));
    }
    let because = Because {
        exception_id: None,
        notice: Notice::PlanChanged,
    };
    for entry in move_away(app, tx, &because, visits, now).await? {
        match written {
            Written::Office(change) => office_changes::note_moved(tx, change, &entry).await?,
            Written::Country(change) => holidays::note_moved(tx, change, &entry).await?,
        }
    }
    Ok(())
}
