//! Whoever has a visit in a time that their office has closed: found, told, and put first in the queue.

mod away;

pub use away::{Because, move_away, tell};

use crate::{app::waiting as queue_of, notices::Kind as Notice, problem::ApiError, state::App};
use eid_domain::{capacity::TICK_MINUTES, waiting::Kind};
use eid_store::{
    TICK_MICROS, Tx,
    appointments::{self, Appointment, AppointmentState, Visit},
    closures::{self, Closure},
    waiting,
};
use jiff::{SignedDuration, Timestamp};

// The domain and the store count in the same ticks.
const _: () = assert!(TICK_MICROS == TICK_MINUTES as i64 * 60_000_000);

/// No visit lasts longer than so many ticks.
const LONGEST: i64 = 36;

/// Booked visits that lie, even partly, in a stretch of an office's time.
///
/// # Errors
/// When the database is out of reach.
pub async fn concerned(
    tx: &mut Tx,
    office_id: &str,
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<Visit>, ApiError> {
    let longest = SignedDuration::from_micros(LONGEST * TICK_MICROS);
    let early = from.saturating_sub(longest).unwrap_or(from);
    let mut visits = appointments::at_office(tx, office_id, early, to).await?;
    visits.retain(|visit| is_within(&visit.appointment, from, to));
    Ok(visits)
}

fn is_within(visit: &Appointment, from: Timestamp, to: Timestamp) -> bool {
    let length = SignedDuration::from_micros(i64::from(visit.ticks) * TICK_MICROS);
    let end = visit.starts_at.saturating_add(length).unwrap_or(visit.starts_at);
    visit.state == AppointmentState::Booked && visit.starts_at < to && end > from
}

/// Every closure to come: nobody is left out, whenever they got their place.
///
/// # Errors
/// When the database is out of reach.
pub async fn all(app: &App, tx: &mut Tx, now: Timestamp) -> Result<(), ApiError> {
    for closure in closures::to_come(tx, now).await? {
        one(app, tx, &closure, now).await?;
    }
    Ok(())
}

/// Puts everybody whom a closure concerns, and who is not there yet, into the queue, and tells them; a family as one.
///
/// # Errors
/// When the database is out of reach.
pub async fn one(app: &App, tx: &mut Tx, closure: &Closure, now: Timestamp) -> Result<(), ApiError> {
    let mut found = Vec::new();
    for visit in concerned(tx, &closure.office_id, closure.from, closure.to).await? {
        if !is_known(tx, &visit.dossier.id).await? {
            found.push(visit.dossier.id);
        }
    }
    // Moving and cancelling wait here; what they have changed is seen below.
    let ids: Vec<&str> = found.iter().map(String::as_str).collect();
    waiting::lock_visits(tx, &ids).await?;
    let mut visits = Vec::new();
    for id in &found {
        let visit = appointments::latest_of_dossier(tx, id).await?;
        let is_here = |visit: &Appointment| {
            visit.office_id == closure.office_id && is_within(visit, closure.from, closure.to)
        };
        // Another server may have been faster.
        if let Some(visit) = visit.filter(is_here)
            && !is_known(tx, id).await?
        {
            visits.push(visit);
        }
    }
    if visits.is_empty() {
        return Ok(());
    }
    let because = Because {
        exception_id: Some(closure.id.clone()),
        notice: Notice::Closed,
    };
    move_away(app, tx, &because, visits, now).await?;
    queue_of::nudge(app, tx, &closure.office_id, now).await
}

/// Whether another time is being looked for already.
async fn is_known(tx: &mut Tx, dossier_id: &str) -> Result<bool, ApiError> {
    let known = waiting::open_of_dossier(tx, dossier_id).await?;
    Ok(known.is_some_and(|entry| entry.kind == Kind::Closure.as_str()))
}
