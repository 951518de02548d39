//! The line follows the dossiers: who is being received stands at a counter, who has left stands in no line.

use crate::{app::dossiers::Move, problem::ApiError, state::App};
use eid_domain::{
    calendar::office_date,
    dossier::{Actor, State},
};
use eid_store::{Tx, dossiers::Dossier, queue};
use jiff::Timestamp;

/// A dossier comes into another state. Before anything else of the change is written: whoever changes a line locks its day
/// first.
///
/// # Errors
/// When the database is out of reach.
pub async fn moved(
    tx: &mut Tx,
    dossier: &Dossier,
    change: &Move<'_>,
    now: Timestamp,
) -> Result<(), ApiError> {
    let today = office_date(now);
    let by_officer = change.actor == Actor::Officer && change.to != State::Booked;
    if by_officer {
        // Every open list of the office's day shows it.
        queue::bump(tx, &dossier.office_id, today).await?;
    }
    match change.to {
        State::CheckedIn => {}
        State::InIntake => queue::serve_of_dossier(tx, &dossier.id, now).await?,
        _ => {
            if queue::end_of_dossier(tx, &dossier.id, now).await? && !by_officer {
                queue::bump(tx, &dossier.office_id, today).await?;
            }
        }
    }
    Ok(())
}

/// What was left in the lines of days that are over.
///
/// # Errors
/// When the database is out of reach.
pub async fn days_over(app: &App, now: Timestamp) -> Result<(), ApiError> {
    let mut tx = app.store.begin().await?;
    queue::left_over(&mut tx, office_date(now), now).await?;
    Ok(tx.commit().await?)
}
