//! What becomes of the people whom a change concerns.

use super::plan::Standing;
use crate::{
    app::waiting as queue_of,
    jobs::closures::{Because, move_away},
    notices::{Kind as Notice, queue, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::calendar::office_now;
use eid_store::{
    Tx, appointments, dossiers, holds, holidays, office_changes,
    replan::{Taker, Who},
    waiting::{self, EntryState},
};
use jiff::Timestamp;

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
    let mut again = 0;
    for taker in &standing.again {
        again += u32::from(stands_again(app, tx, taker, now).await?);
    }
    for taker in &standing.broken {
        moved_first(app, tx, taker, written, now).await?;
    }
    // There may be more places now, and there may be people who need one.
    queue_of::nudge(app, tx, office_id, now).await?;
    Ok(again)
}

async fn stands_again(app: &App, tx: &mut Tx, taker: &Taker, now: Timestamp) -> Result<bool, ApiError> {
    let Who::Visit { dossier_id, .. } = &taker.who else {
        return Ok(false);
    };
    let Some(dossier) = dossiers::by_id(tx, dossier_id).await? else {
        return Ok(false);
    };
    let Some(visit) = appointments::latest_of_dossier(tx, dossier_id).await? else {
        return Ok(false);
    };
    queue_of::end(app, tx, dossier_id, EntryState::Withdrawn, now).await?;
    let facts = Facts {
        visit: Some(office_now(visit.starts_at)),
        ..Facts::default()
    };
    let sending = queue::Sending {
        not_before: app.config.offers.tell_at(now),
        ..queue::Sending::of_visit(&visit.office_id, now)
    };
    queue::tell_with(app, tx, &dossier, Notice::StandsAgain, facts, sending, now).await?;
    Ok(true)
}

async fn moved_first(
    app: &App,
    tx: &mut Tx,
    taker: &Taker,
    written: Written<'_>,
    now: Timestamp,
) -> Result<(), ApiError> {
    let Who::Visit { dossier_id, .. } = &taker.who else {
        return Ok(());
    };
    waiting::lock_visit(tx, dossier_id).await?;
    let visit = appointments::latest_of_dossier(tx, dossier_id).await?;
    // Who was booked while the ticks were brought to the plan is seen, but was not locked: they may have moved since.
    let Some(visit) = visit.filter(|visit| visit.reservation_id == taker.reservation_id) else {
        return Ok(());
    };
    let because = Because {
        exception_id: None,
        notice: Notice::PlanChanged,
    };
    if let Some(entry) = move_away(app, tx, because, &visit, now).await? {
        match written {
            Written::Office(change) => office_changes::note_moved(tx, change, &entry).await?,
            Written::Country(change) => holidays::note_moved(tx, change, &entry).await?,
        }
    }
    Ok(())
}
