//! The people whom a closure concerns, names masked.

use crate::{
    app::{desk::masked_name, dossiers as cases},
    jobs::closures as work,
    problem::ApiError,
};
use eid_domain::{
    calendar::office_now,
    dossier::State,
    wire::closures::{Concerned, Moving},
};
use eid_store::{
    Tx,
    appointments::Visit,
    closures::Closure,
    dossiers::{self, Dossier},
    waiting::{self, EntryState},
};
use jiff::Timestamp;

/// Those who have a visit in a stretch of time.
///
/// # Errors
/// When the database is out of reach.
pub async fn booked(
    tx: &mut Tx,
    office_id: &str,
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<Concerned>, ApiError> {
    let visits = work::concerned(tx, office_id, from, to).await?;
    visits
        .into_iter()
        .map(
            |Visit {
                 appointment, dossier, ..
             }| row(&dossier, appointment.starts_at, Moving::Booked),
        )
        .collect()
}

/// Those who had one when it was closed, and where they stand.
///
/// # Errors
/// When the database is out of reach.
pub async fn of(tx: &mut Tx, closure: &Closure) -> Result<Vec<Concerned>, ApiError> {
    let mut people = Vec::new();
    for (dossier_id, visit_at, state) in waiting::of_exception(tx, &closure.id).await? {
        let Some(dossier) = dossiers::by_id(tx, &dossier_id).await? else {
            continue;
        };
        let moving = match state {
            EntryState::Waiting => Moving::Looking,
            EntryState::Offered => Moving::Offered,
            EntryState::Taken => Moving::Moved,
            EntryState::Withdrawn | EntryState::Expired => Moving::Ended,
        };
        people.push(row(&dossier, visit_at, moving)?);
    }
    Ok(people)
}

fn row(dossier: &Dossier, at: Timestamp, moving: Moving) -> Result<Concerned, ApiError> {
    let state: State = cases::state_of(dossier)?;
    Ok(Concerned {
        reference: dossier.reference.clone(),
        name_masked: masked_name(&dossier.full_name),
        time: office_now(at).time(),
        state,
        moving,
    })
}
